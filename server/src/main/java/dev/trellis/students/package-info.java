/**
 * Students: courses and what happened in them, how much support somebody needs and why, the cases that follow and what
 * became of them. Depends on {@code platform}, {@code events}, {@code identity} and {@code safety}.
 */
@Module(dependsOn = {"events", "identity", "platform", "safety"})
@NullMarked
package dev.trellis.students;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
