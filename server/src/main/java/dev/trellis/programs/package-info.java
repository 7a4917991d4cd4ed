/**
 * Training and meal programs: energy and macros, training weeks, menus, put together from what a person said in their
 * consultation. Pure so far: values in, values out, nothing random without a seed. Depends on {@code platform}.
 */
@Module(dependsOn = {"platform"})
@NullMarked
package dev.trellis.programs;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
