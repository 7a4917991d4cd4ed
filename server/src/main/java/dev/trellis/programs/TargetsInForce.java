package dev.trellis.programs;

import dev.trellis.platform.Actor;
import dev.trellis.programs.energy.MacroTargets.Macros;
import java.time.LocalDate;
import java.util.Optional;

/** What a day's eating should bring by now; whoever adapts programs tells, for a review or a break changes it. */
public interface TargetsInForce {
    /** The kcal and grams of this day in one's own active program; nothing where it has no targets, or none to be shown. */
    Optional<Macros> on(Actor actor, LocalDate day);
}
