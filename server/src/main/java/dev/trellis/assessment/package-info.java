/**
 * What people tell before anything is suggested to them: intakes, the first things about themselves, and
 * the long consultation behind a program. Depends on {@code platform}, {@code events}, {@code identity}, {@code safety},
 * {@code nutrition} and {@code tracking}.
 */
@Module(dependsOn = {"events", "identity", "nutrition", "platform", "safety", "tracking"})
@NullMarked
package dev.trellis.assessment;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
