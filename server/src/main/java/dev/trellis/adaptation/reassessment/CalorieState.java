package dev.trellis.adaptation.reassessment;

import org.jspecify.annotations.Nullable;

/**
 * What the calorie controller remembers between reviews.
 *
 * @param output        continuous, kcal a day
 * @param published     what the person is told, a multiple of 10
 * @param lastSlope     measured at the last review, kg a week; null before the first
 * @param slopeBefore   measured at the one before
 * @param lastMeanKg    mean weight of the 14 days before the last review
 */
public record CalorieState(
        double output,
        int published,
        @Nullable Double lastSlope,
        @Nullable Double slopeBefore,
        @Nullable Double lastMeanKg) {
    /** Before the first review. */
    public static CalorieState start(int target) {
        return new CalorieState(target, target, null, null, null);
    }
}
