package dev.trellis.adaptation.daily;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How unusual a value is for this person: z against their last 28 days, today left out (domain 05.2). */
public final class Baseline {
    private static final int VALUES_NEEDED = 14;
    private static final int VARIABILITY_DAYS_NEEDED = 3;
    private static final double OUTLIER_DEVIATIONS = 5;
    private static final double VARIABILITY_DEVIATION = 0.05;
    private static final double HEART_RATE_DEVIATION = 1.0;
    private static final double READINESS_DEVIATION = 1.0;

    private Baseline() {}

    /** Of heart rate variability (rmssd, ms): the mean logarithm of the last week against the days of the baseline. */
    public static @Nullable Double ofVariability(List<Double> lastWeek, List<Double> baseline) {
        if (lastWeek.size() < VARIABILITY_DAYS_NEEDED) {
            return null;
        }
        double mean = lastWeek.stream().mapToDouble(Math::log).average().orElseThrow();
        return z(mean, baseline.stream().map(Math::log).toList(), VARIABILITY_DEVIATION);
    }

    /** Of today's resting heart rate, beats a minute. */
    public static @Nullable Double ofHeartRate(@Nullable Double today, List<Double> baseline) {
        return today == null ? null : z(today, baseline, HEART_RATE_DEVIATION);
    }

    /** Of today's readiness. */
    public static @Nullable Double ofReadiness(@Nullable Double today, List<Double> baseline) {
        return today == null ? null : z(today, baseline, READINESS_DEVIATION);
    }

    /** Null with less than 14 values; the deviation is never taken to be smaller than given. */
    static @Nullable Double z(double value, List<Double> baseline, double leastDeviation) {
        var used = withoutOutliers(baseline, leastDeviation);
        if (used.length < VALUES_NEEDED) {
            return null;
        }
        double mean = Arrays.stream(used).average().orElseThrow();
        return (value - mean) / Math.max(deviation(used, mean), leastDeviation);
    }

    /**
     * Leaves out what is over five deviations of the others from the median, the worst first: with it in the deviation no
     * single value of 28 could ever be so far out, and a typing error would widen the baseline for a month.
     */
    private static double[] withoutOutliers(List<Double> baseline, double leastDeviation) {
        var values = baseline.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (values.length < 3) {
            return values;
        }
        double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
        var kept = values;
        while (true) {
            double worst = Math.abs(kept[0] - median) > Math.abs(kept[kept.length - 1] - median)
                    ? kept[0]
                    : kept[kept.length - 1];
            var others = Arrays.stream(kept).filter(value -> value != worst).toArray();
            if (others.length < 2) {
                return kept;
            }
            double mean = Arrays.stream(others).average().orElseThrow();
            double deviation = Math.max(deviation(others, mean), leastDeviation);
            if (Math.abs(worst - median) <= OUTLIER_DEVIATIONS * deviation) {
                return kept;
            }
            kept = others;
        }
    }

    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
