/**
 * Foods and what they hold, and what people ate. Depends on {@code platform}, {@code events}, {@code identity} and
 * {@code safety}.
 */
@Module(dependsOn = {"events", "identity", "platform", "safety"})
@NullMarked
package dev.trellis.nutrition;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
