package dev.trellis.interventions.outcome;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.DoubleStream;

/** One number per local date, in the order of days: an immutable series that may have gaps. */
public final class DailyValues {
    /** Largest magnitude taken; far above any measure of a person, far below where sums of squares overflow. */
    public static final double LARGEST = 1e12;

    /** A series without values. */
    public static final DailyValues NONE = new DailyValues(new long[0], new double[0]);

    private final long[] days;
    private final double[] values;

    private DailyValues(long[] days, double[] values) {
        this.days = days;
        this.values = values;
    }

    /** Takes the values in any order; refuses NaN, infinities and numbers beyond {@link #LARGEST}. */
    public static DailyValues of(Map<LocalDate, Double> valueByDay) {
        var days = new long[valueByDay.size()];
        var values = new double[days.length];
        int i = 0;
        for (var entry : new TreeMap<>(valueByDay).entrySet()) {
            days[i] = entry.getKey().toEpochDay();
            values[i++] = checked(entry.getValue());
        }
        return new DailyValues(days, values);
    }

    /** Values of consecutive days, the first of them on {@code firstDay}. */
    public static DailyValues consecutive(LocalDate firstDay, double... values) {
        var days = new long[values.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = firstDay.toEpochDay() + i;
            checked(values[i]);
        }
        return new DailyValues(days, values.clone());
    }

    static DailyValues onDays(long[] epochDays, double[] values) {
        return new DailyValues(epochDays, values);
    }

    /** Number of days with a value. */
    public int size() {
        return days.length;
    }

    DailyValues where(LongPredicate epochDay) {
        var keptDays = new long[days.length];
        var keptValues = new double[days.length];
        int kept = 0;
        for (int i = 0; i < days.length; i++) {
            if (epochDay.test(days[i])) {
                keptDays[kept] = days[i];
                keptValues[kept++] = values[i];
            }
        }
        return new DailyValues(Arrays.copyOf(keptDays, kept), Arrays.copyOf(keptValues, kept));
    }

    long epochDay(int i) {
        return days[i];
    }

    double value(int i) {
        return values[i];
    }

    DoubleStream stream() {
        return Arrays.stream(values);
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    double sumOfSquares() {
        double mean = mean();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /**
     * Lag-1 autocorrelation over pairs of consecutive dates; 0 for a constant series or one without such a pair. With
     * gaps, the mean product of the pairs present stands for those missing, which is the usual formula when none is.
     */
    double lagOneAutocorrelation() {
        double spread = sumOfSquares();
        double mean = mean();
        double products = 0;
        int pairs = 0;
        for (int i = 1; i < days.length; i++) {
            if (days[i] == days[i - 1] + 1) {
                products += (values[i] - mean) * (values[i - 1] - mean);
                pairs++;
            }
        }
        return pairs == 0 || spread == 0 ? 0 : products / pairs * (days.length - 1) / spread;
    }

    private static double checked(double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException("a daily value is a finite number of at most 1e12, not " + value);
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailyValues that
                && Arrays.equals(days, that.days)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return days.length + " daily values";
    }
}
