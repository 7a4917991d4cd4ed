package dev.trellis.tracking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smoothed weight that people are shown and that a new reading is held against: an exponentially weighted mean that
 * knows gaps, a tenth a day (domain 01.3; after Walker's Hacker's Diet). It lags by nine days, so energy is computed from
 * the slope of raw weights instead.
 */
public record WeightTrend(LocalDate day, double kg) {
    private static final double ALPHA_PER_DAY = 0.10;
    private static final double DOUBTFUL_SHARE = 0.03;
    private static final double ROUNDING = 1e-9;

    /** The trend after each weighing; they come in the order in which they were taken. */
    public static List<WeightTrend> of(List<Weighing> weighings) {
        var trend = new ArrayList<WeightTrend>();
        @Nullable WeightTrend last = null;
        for (var weighing : weighings) {
            last = last == null ? new WeightTrend(weighing.day(), weighing.kg()) : last.after(weighing);
            trend.add(last);
        }
        return List.copyOf(trend);
    }

    /** Whether a reading is so far from the trend that the person should confirm it first. */
    public boolean doubts(double readingKg) {
        return Math.abs(readingKg - kg) > DOUBTFUL_SHARE * kg + ROUNDING;
    }

    /** Whoever travels may have a later weighing on an earlier day; no time has passed between them then. */
    private WeightTrend after(Weighing weighing) {
        long days = Math.max(0, ChronoUnit.DAYS.between(day, weighing.day()));
        double weight = 1 - Math.pow(1 - ALPHA_PER_DAY, (double) days);
        return new WeightTrend(weighing.day(), kg + weight * (weighing.kg() - kg));
    }
}
