package dev.trellis.interventions.outcome;

import java.time.LocalDate;

/** A baseline and a period on one time line whose zero is the first day of the period. */
final class InterruptedSeries {
    private final long[] day;
    private final double[] value;
    private final double timeUnit;

    InterruptedSeries(DailyValues baseline, DailyValues period, LocalDate start) {
        int n = baseline.size() + period.size();
        day = new long[n];
        value = new double[n];
        double center = baseline.mean();
        for (int i = 0; i < n; i++) {
            boolean before = i < baseline.size();
            var phase = before ? baseline : period;
            int at = before ? i : i - baseline.size();
            day[i] = phase.epochDay(at) - start.toEpochDay();
            value[i] = phase.value(at) - center;
        }
        timeUnit = Math.max(1.0, (double) (day[n - 1] - day[0]));
    }

    int size() {
        return day.length;
    }

    /** Days in one unit of the regression's time: the whole length, so that all columns are of a size near 1. */
    double timeUnit() {
        return timeUnit;
    }

    long daysSincePrevious(int k) {
        return day[k] - day[k - 1];
    }

    double value(int k) {
        return value[k];
    }

    /** Entry of the design: 1, t, D or t D. */
    double design(int k, int term) {
        boolean started = day[k] >= 0;
        return switch (term) {
            case 0 -> 1;
            case 1 -> day[k] / timeUnit;
            case 2 -> started ? 1 : 0;
            default -> started ? day[k] / timeUnit : 0;
        };
    }
}
