package dev.trellis.tracking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The smoothed weight that a new reading is held against: an exponentially weighted mean that knows gaps, a tenth a day
 * (domain 01.3; after Walker's Hacker's Diet).
 */
record WeightTrend(LocalDate day, double kg) {
    private static final double ALPHA_PER_DAY = 0.10;
    private static final double DOUBTFUL_SHARE = 0.03;
    private static final double ROUNDING = 1e-9;

    /** What a scale showed on a day. */
    record Weighing(LocalDate day, double kg) {}

    /** After these weighings, in the order of their days; nothing without one. */
    static Optional<WeightTrend> of(List<Weighing> weighings) {
        return weighings.stream().reduce(Optional.empty(), WeightTrend::after, (first, second) -> second);
    }

    /** Whether a reading is so far from the trend that the person should confirm it first. */
    boolean doubts(double readingKg) {
        return Math.abs(readingKg - kg) > DOUBTFUL_SHARE * kg + ROUNDING;
    }

    private static Optional<WeightTrend> after(Optional<WeightTrend> before, Weighing weighing) {
        return Optional.of(before.map(trend -> trend.after(weighing))
                .orElseGet(() -> new WeightTrend(weighing.day(), weighing.kg())));
    }

    private WeightTrend after(Weighing weighing) {
        var days = ChronoUnit.DAYS.between(day, weighing.day());
        var weight = 1 - Math.pow(1 - ALPHA_PER_DAY, (double) Math.max(0, days));
        return new WeightTrend(weighing.day(), kg + weight * (weighing.kg() - kg));
    }
}
