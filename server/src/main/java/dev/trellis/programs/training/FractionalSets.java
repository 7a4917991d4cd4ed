package dev.trellis.programs.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Working sets of each muscle, 1 where it is primary and half where secondary (domain 02.3; Pelland et al. 2024). Counted
 * in halves, so that sums are exact.
 */
public final class FractionalSets {
    private final int[] halves;

    private FractionalSets(int[] halves) {
        this.halves = halves;
    }

    /** Nothing yet. */
    public static FractionalSets none() {
        return new FractionalSets(new int[Muscle.values().length]);
    }

    /** The same and some sets of an exercise. */
    public FractionalSets plus(Exercise exercise, int sets) {
        var sum = halves.clone();
        exercise.primary().forEach(muscle -> sum[muscle.index()] += 2 * sets);
        exercise.secondary().forEach(muscle -> sum[muscle.index()] += sets);
        return new FractionalSets(sum);
    }

    /** Sets of one muscle. */
    public double of(Muscle muscle) {
        return halves[muscle.index()] / 2.0;
    }

    /** Every muscle that has any. */
    public Map<Muscle, Double> byMuscle() {
        var sets = new EnumMap<Muscle, Double>(Muscle.class);
        for (var muscle : Muscle.values()) {
            if (halves[muscle.index()] > 0) {
                sets.put(muscle, of(muscle));
            }
        }
        return Collections.unmodifiableMap(sets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FractionalSets that && Arrays.equals(halves, that.halves);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(halves);
    }

    @Override
    public String toString() {
        return byMuscle().toString();
    }
}
