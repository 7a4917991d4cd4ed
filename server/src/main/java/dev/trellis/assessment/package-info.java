/**
 * What people tell before anything is suggested to them: intakes, and the first things about themselves. Depends on
 * {@code platform}, {@code events}, {@code identity} and {@code safety}.
 */
@Module(dependsOn = {"events", "identity", "platform", "safety"})
@NullMarked
package dev.trellis.assessment;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
