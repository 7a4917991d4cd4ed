package dev.trellis.programs.energy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smoothed weight people are shown: an exponentially weighted mean that knows gaps (domain 01.3). It lags by nine
 * days, so energy is computed from {@link WeightSlope} instead.
 */
public record WeightTrend(LocalDate day, double kg) {
    private static final double ALPHA_PER_DAY = 0.10;
    private static final double DOUBTFUL_SHARE = 0.03;

    /** The trend after each weighing; they come in the order of days. */
    public static List<WeightTrend> of(List<Weighing> weighings) {
        var trend = new ArrayList<WeightTrend>();
        @Nullable WeightTrend last = null;
        for (var weighing : weighings) {
            last = last == null ? new WeightTrend(weighing.day(), weighing.kg()) : last.after(weighing);
            trend.add(last);
        }
        return List.copyOf(trend);
    }

    /** The trend moved on by one weighing of a later day. */
    public WeightTrend after(Weighing weighing) {
        long days = ChronoUnit.DAYS.between(day, weighing.day());
        if (days < 0) {
            throw new IllegalArgumentException(weighing.day() + " is before " + day);
        }
        double weight = 1 - Math.pow(1 - ALPHA_PER_DAY, (double) days);
        return new WeightTrend(weighing.day(), kg + weight * (weighing.kg() - kg));
    }

    /** Whether a reading is so far from the trend that the person should confirm it first. */
    public boolean doubts(double readingKg) {
        return Math.abs(readingKg - kg) > DOUBTFUL_SHARE * kg;
    }
}
