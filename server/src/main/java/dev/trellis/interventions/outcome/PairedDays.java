package dev.trellis.interventions.outcome;

import java.util.Arrays;

/** The days on which two series both have a value, the second taken {@code lag} days later. */
final class PairedDays {
    private final long[] days;
    private final double[] x;
    private final double[] y;

    private PairedDays(long[] days, double[] x, double[] y) {
        this.days = days;
        this.x = x;
        this.y = y;
    }

    static PairedDays of(DailyValues first, DailyValues second, int lag) {
        int most = Math.min(first.size(), second.size());
        var days = new long[most];
        var x = new double[most];
        var y = new double[most];
        int pairs = 0;
        int j = 0;
        for (int i = 0; i < first.size(); i++) {
            long wanted = first.epochDay(i) + lag;
            while (j < second.size() && second.epochDay(j) < wanted) {
                j++;
            }
            if (j < second.size() && second.epochDay(j) == wanted) {
                days[pairs] = first.epochDay(i);
                x[pairs] = first.value(i);
                y[pairs++] = second.value(j);
            }
        }
        return new PairedDays(Arrays.copyOf(days, pairs), Arrays.copyOf(x, pairs), Arrays.copyOf(y, pairs));
    }

    int size() {
        return days.length;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    /** Lag-1 autocorrelation of one side's ranks, as it is ranks that are correlated. */
    double rankAutocorrelation(double[] side) {
        return DailyValues.onDays(days, RankCorrelation.ranks(side)).lagOneAutocorrelation();
    }
}
