/**
 * The main job: the catalogue, submissions and their review, recommendation, periods, daily progress, completion and
 * honest summaries. Depends on {@code platform}, {@code events}, {@code identity}, {@code safety}, {@code assessment}
 * and {@code tracking}.
 */
@Module(dependsOn = {"assessment", "events", "identity", "platform", "safety", "tracking"})
@NullMarked
package dev.trellis.interventions;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
