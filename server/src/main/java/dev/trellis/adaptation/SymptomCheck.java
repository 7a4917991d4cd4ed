package dev.trellis.adaptation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How an illness stands, in the person's own answers (domain 05.4).
 *
 * @param fever     38 degrees or more, or less only because of medicine
 * @param belowNeck a chest cough, aches, the stomach
 * @param chest     pain or pressure in the chest, or breath that does not suffice
 * @param hoursFree since the last symptom
 */
public record SymptomCheck(
        @NotNull Boolean fever,
        @NotNull Boolean belowNeck,
        @NotNull Boolean chest,
        @NotNull @Min(0) @Max(10_000) Integer hoursFree) {
    private static final int HOURS_NEEDED = 24;

    /** Whether training may come back. */
    boolean saysAllGone() {
        return !fever && !belowNeck && !chest && hoursFree >= HOURS_NEEDED;
    }
}
