package dev.trellis.adaptation.reassessment;

import dev.trellis.programs.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * What the volume controller remembers between reviews.
 *
 * @param budget          weekly fractional sets over all muscles, continuous
 * @param lastAdherence   at the last review, null before the first
 * @param adherenceBefore at the one before
 */
public record VolumeState(
        double budget,
        @Nullable Double lastAdherence,
        @Nullable Double adherenceBefore) {
    /** Before the first review. */
    public static VolumeState start(double sets) {
        return new VolumeState(sets, null, null);
    }

    /** What is planned. */
    public int sets() {
        return Rounding.toWhole(budget);
    }
}
