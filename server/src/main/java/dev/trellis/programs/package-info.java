/**
 * Training and meal programs: energy and macros, training weeks, menus, put together from what a person said in their
 * consultation, stored as a snapshot, and shown on one calendar. The rules are pure: values in, values out, nothing
 * random without a seed. Depends on {@code platform}, {@code events}, {@code identity}, {@code safety},
 * {@code nutrition}, {@code tracking} and {@code assessment}.
 */
@Module(dependsOn = {"assessment", "events", "identity", "nutrition", "platform", "safety", "tracking"})
@NullMarked
package dev.trellis.programs;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
