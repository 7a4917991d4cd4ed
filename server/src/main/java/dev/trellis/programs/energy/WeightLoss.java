package dev.trellis.programs.energy;

import java.util.List;

/**
 * How fast weight went down, for the stop at rapid loss (domain 01.7).
 *
 * @param percentPerWeekAtReviews 28-day slopes at the reviews so far, in percent a week, the latest last
 * @param sixMonthPercent         loss in six months, in percent of body weight
 * @param inDeficitProgram        that loss was the plan
 * @param unintendedPercent       loss in six to twelve months that nobody wanted
 */
public record WeightLoss(
        List<Double> percentPerWeekAtReviews,
        double sixMonthPercent,
        boolean inDeficitProgram,
        double unintendedPercent) {
    private static final double RAPID_PER_WEEK = -1.0;

    /** None. */
    public static final WeightLoss NONE = new WeightLoss(List.of(), 0, false, 0);

    public WeightLoss {
        percentPerWeekAtReviews = List.copyOf(percentPerWeekAtReviews);
    }

    boolean isRapid() {
        return twoRapidReviews() || (!inDeficitProgram && sixMonthPercent > 10) || unintendedPercent >= 5;
    }

    private boolean twoRapidReviews() {
        int reviews = percentPerWeekAtReviews.size();
        return reviews >= 2
                && percentPerWeekAtReviews.subList(reviews - 2, reviews).stream()
                        .allMatch(rate -> rate < RAPID_PER_WEEK);
    }
}
