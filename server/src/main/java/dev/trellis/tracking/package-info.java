/**
 * What people track from day to day: the habits they have taken on, and how their days were. Depends on
 * {@code platform}, {@code events} and {@code identity}.
 */
@Module(dependsOn = {"events", "identity", "platform"})
@NullMarked
package dev.trellis.tracking;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
