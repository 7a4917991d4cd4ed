/**
 * How a program follows the person: what was done is matched with what was planned, each day is adjusted to how they
 * are, and every two weeks the program is reassessed. Pure so far: values in, values out. Depends on {@code platform}
 * and {@code programs}.
 */
@Module(dependsOn = {"platform", "programs"})
@NullMarked
package dev.trellis.adaptation;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
