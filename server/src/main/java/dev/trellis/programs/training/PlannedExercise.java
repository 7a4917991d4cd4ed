package dev.trellis.programs.training;

import org.jspecify.annotations.Nullable;

/**
 * An exercise of a session.
 *
 * @param repMin      seconds where {@code timed}
 * @param inReserve   reps left at the end of a set
 * @param percentLow  of the one-rep maximum, where to start
 * @param loadKg      null where the person finds it by the reps in reserve
 */
public record PlannedExercise(
        String exerciseId,
        Slot slot,
        int sets,
        int repMin,
        int repMax,
        boolean timed,
        int inReserve,
        int restSeconds,
        int percentLow,
        int percentHigh,
        @Nullable Double loadKg) {}
