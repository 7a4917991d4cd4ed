package dev.trellis.programs.training;

import dev.trellis.programs.Rounding;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A light week: half the sets, a tenth less load, two more reps in reserve (domain 02.5). */
public final class Deload {
    private static final double SHARE_OF_LOAD = 0.9;
    private static final int MORE_IN_RESERVE = 2;
    private static final int SIGNS_NEEDED = 2;
    private static final double LOW_READINESS = 50;
    private static final double LOW_ADHERENCE = 0.6;
    private static final double FALLING_STRENGTH = -2;

    private Deload() {}

    /**
     * Signs that it should come early.
     *
     * @param strengthPercent trend of the one-rep maximum over two weeks, in percent
     * @param readiness       mean of seven days, null when unknown
     * @param adherence       0 to 1, null when unknown
     */
    public record Signs(
            double strengthPercent,
            @Nullable Double readiness,
            @Nullable Double adherence,
            boolean jointPain) {
        /** Two of the four suffice. */
        public boolean callForDeload() {
            return Stream.of(
                                    strengthPercent <= FALLING_STRENGTH,
                                    readiness != null && readiness < LOW_READINESS,
                                    adherence != null && adherence < LOW_ADHERENCE,
                                    jointPain)
                            .filter(sign -> sign)
                            .count()
                    >= SIGNS_NEEDED;
        }
    }

    /** Whether a week of the program, counted from 1, is light by plan. */
    public static boolean isPlanned(TrainingLevel level, int week) {
        return week % level.deloadEveryWeeks() == 0;
    }

    /** Half of them, rounded half up; one at least. */
    public static int sets(int planned) {
        return Math.max(1, Rounding.toWhole(planned / 2.0));
    }

    /** In kg, rounded down to what can be loaded. */
    public static double load(double kg, double incrementKg) {
        return Rounding.downTo(SHARE_OF_LOAD * kg, incrementKg);
    }

    /** Reps left in reserve. */
    public static int inReserve(int planned) {
        return planned + MORE_IN_RESERVE;
    }
}
