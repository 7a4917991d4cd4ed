package dev.trellis.programs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a program is wanted.
 *
 * @param startDate           null for tomorrow
 * @param weeks               null for twelve
 * @param seed                decides between foods that are equally good; null for the consultation's own
 * @param confirmBelowResting the person has read that the target lies below resting energy
 */
public record GenerationCommand(
        @Nullable LocalDate startDate,
        @Nullable Integer weeks,
        @Nullable Long seed,
        boolean confirmBelowResting) {
    /** As usual. */
    public static final GenerationCommand USUAL = new GenerationCommand(null, null, null, false);
}
