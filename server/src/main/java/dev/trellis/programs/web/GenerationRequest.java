package dev.trellis.programs.web;

import dev.trellis.programs.GenerationCommand;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a program is wanted; everything may be left out.
 *
 * @param dryRun              only show it
 * @param startDate           tomorrow by default
 * @param weeks               12 by default
 * @param seed                another one makes other menus of the same answers
 * @param confirmBelowResting I have read that the target lies below what my body needs at rest
 */
public record GenerationRequest(
        @Nullable Boolean dryRun,
        @Nullable LocalDate startDate,
        @Nullable @Min(1) @Max(52) Integer weeks,
        @Nullable @Min(0) @Max(9_007_199_254_740_991L) Long seed,
        @Nullable Boolean confirmBelowResting) {
    /** Without a body. */
    static final GenerationRequest USUAL = new GenerationRequest(null, null, null, null, null);

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    GenerationCommand command() {
        return new GenerationCommand(startDate, weeks, seed, Boolean.TRUE.equals(confirmBelowResting));
    }
}
