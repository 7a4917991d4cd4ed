package dev.trellis.interventions.outcome;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Mood of a period, and of its halves split at the calendar midpoint; a middle day belongs to the first (domain 07.3).
 * The trend needs four mood days in each half, and a difference of half a standard deviation, at least 0.30 points.
 *
 * @param average    mean of the daily moods, 2 decimals; null without any
 * @param difference second half minus first half, points; null when there is no trend to speak of
 */
record MoodOverPeriod(
        @Nullable BigDecimal average,
        @Nullable BigDecimal firstHalf,
        @Nullable BigDecimal secondHalf,
        int firstHalfDays,
        int secondHalfDays,
        @Nullable Double difference,
        @Nullable MoodTrend trend) {

    static final int NEEDED_PER_HALF = 4;
    private static final double SMALLEST_THRESHOLD = 0.30;
    private static final double THRESHOLD_PER_SD = 0.5;
    /** The threshold counts as reached; without this, 3.3 - 3.0 would fall short of 0.30 in binary. */
    private static final double BINARY_SLACK = 1e-9;

    static MoodOverPeriod of(TrackedDays days) {
        int total = days.total();
        int middle = (total + 1) / 2;
        int first = days.moodDays(0, middle);
        int second = days.moodDays(middle, total);
        boolean enough = first >= NEEDED_PER_HALF && second >= NEEDED_PER_HALF;
        Double difference = enough ? mean(days, middle, total) - mean(days, 0, middle) : null;
        return new MoodOverPeriod(
                days.meanMood(0, total),
                days.meanMood(0, middle),
                days.meanMood(middle, total),
                first,
                second,
                difference,
                difference == null ? null : trend(difference, standardDeviation(days)));
    }

    @Nullable
    MoodTrendReason reason() {
        return trend == null ? MoodTrendReason.INSUFFICIENT_DATA : null;
    }

    private static MoodTrend trend(double difference, double standardDeviation) {
        double threshold = Math.max(SMALLEST_THRESHOLD, THRESHOLD_PER_SD * standardDeviation) - BINARY_SLACK;
        if (difference >= threshold) {
            return MoodTrend.IMPROVED;
        }
        return difference <= -threshold ? MoodTrend.DECLINED : MoodTrend.STABLE;
    }

    private static double mean(TrackedDays days, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += days.hasMood(i) ? days.mood(i) : 0;
        }
        return sum / days.moodDays(from, until);
    }

    private static double standardDeviation(TrackedDays days) {
        double mean = mean(days, 0, days.total());
        double squares = 0;
        for (int i = 0; i < days.total(); i++) {
            squares += days.hasMood(i) ? (days.mood(i) - mean) * (days.mood(i) - mean) : 0;
        }
        return Math.sqrt(squares / (days.moodDays(0, days.total()) - 1));
    }
}
