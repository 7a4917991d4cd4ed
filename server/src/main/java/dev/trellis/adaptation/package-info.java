/**
 * How a program follows the person: what was done is matched with what was planned, each day is adjusted to how they
 * are, every two weeks the program is reassessed, and what was changed by hand is kept apart from what was planned.
 * Depends on {@code programs} and everything below it.
 */
@Module(dependsOn = {"assessment", "events", "identity", "nutrition", "platform", "programs", "safety", "tracking"})
@NullMarked
package dev.trellis.adaptation;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
