package dev.trellis.programs.training;

import dev.trellis.programs.Rounding;
import java.util.OptionalDouble;

/**
 * The load somebody could lift once, estimated from a set: the mean of Epley 1985 and Brzycki 1993 (domain 02.4). Guesses
 * of the reps left are poor far from failure, so sets over 12 reps to failure or over 5 in reserve tell nothing.
 */
public final class OneRepMax {
    private static final int MOST_REPS_TO_FAILURE = 12;
    private static final int MOST_IN_RESERVE = 5;
    private static final double SMOOTHING = 0.3;
    private static final double BAD_DAY = 0.85;

    private OneRepMax() {}

    /** In kg; empty where the set tells nothing. */
    public static OptionalDouble of(double kg, int reps, int inReserve) {
        int toFailure = reps + inReserve;
        if (toFailure < 1 || toFailure > MOST_REPS_TO_FAILURE || inReserve < 0 || inReserve > MOST_IN_RESERVE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(kg * factor(toFailure));
    }

    /** The load for so many reps with so many left, rounded down to what can be loaded; empty beyond 12 to failure. */
    public static OptionalDouble load(double oneRepMax, int reps, int inReserve, double incrementKg) {
        int toFailure = reps + inReserve;
        if (toFailure < 1 || toFailure > MOST_REPS_TO_FAILURE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Rounding.downTo(oneRepMax / factor(toFailure), incrementKg));
    }

    /** Learns from the best set of a session; a bad day counts only when the last one was bad, too. */
    public static double smoothed(double before, double best, boolean lastWasBad) {
        return isBadDay(before, best) && !lastWasBad ? before : before + SMOOTHING * (best - before);
    }

    /** Whether a session's best is so far below that it says more about the day. */
    public static boolean isBadDay(double before, double best) {
        return best < BAD_DAY * before;
    }

    private static double factor(int toFailure) {
        double epley = toFailure == 1 ? 1 : 1 + toFailure / 30.0;
        double brzycki = 36.0 / (37 - toFailure);
        return (epley + brzycki) / 2;
    }
}
