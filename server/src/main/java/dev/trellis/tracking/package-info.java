/**
 * What people track from day to day: the habits they have taken on, how their days were, what they did and what they
 * weigh. Depends on {@code platform}, {@code events}, {@code identity} and {@code safety}.
 */
@Module(dependsOn = {"events", "identity", "platform", "safety"})
@NullMarked
package dev.trellis.tracking;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
