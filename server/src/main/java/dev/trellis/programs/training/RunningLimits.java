package dev.trellis.programs.training;

/**
 * How fast running may grow (domain 02.6). The single run comes first: runs more than a tenth longer than any of the last
 * 30 days raised injuries by two thirds, while weekly growth showed no relation (Frandsen et al. 2025).
 */
public final class RunningLimits {
    private static final double SINGLE_RUN = 1.10;
    private static final double SMALL_WEEK_MINUTES = 60;

    private RunningLimits() {}

    /** The longest next run, in the unit of the longest of the last 30 days. */
    public static double singleRun(double longestOf30Days) {
        return SINGLE_RUN * longestOf30Days;
    }

    /** The most minutes of the next week, from the mean of the last two completed ones. */
    public static double week(double referenceMinutes) {
        return referenceMinutes * (referenceMinutes < SMALL_WEEK_MINUTES ? 1.20 : 1.10);
    }

    /** What is left of the former week and longest run after a break. */
    public static double afterBreak(int days) {
        return days <= 6 ? 1.0 : days <= 13 ? 0.8 : days <= 27 ? 0.6 : 0.4;
    }
}
