package dev.trellis.adaptation.reassessment;

import dev.trellis.programs.Rounding;

/**
 * Moves the calorie target so that weight follows its set-point (domain 06.2): velocity form, proportional and derivative
 * on the measurement, two kinds of anti-windup. The floor is clamped last, for no rate limit may keep anybody below it.
 *
 * @param floor   kcal a day, a multiple of 10
 * @param ceiling kcal a day
 */
public record CalorieController(Gains gains, int floor, double ceiling) {
    private static final double LEAST_PUBLISHED_CHANGE = 30;
    private static final double LARGEST_SURPLUS = 500;
    private static final double LARGEST_SURPLUS_FACTOR = 1.25;

    public CalorieController {
        if (ceiling < floor) {
            throw new IllegalArgumentException("a ceiling of " + ceiling + " is below the floor of " + floor);
        }
    }

    /** The highest target for somebody who was thought to spend so much at the start. */
    public static double ceiling(double firstExpenditure, int floor) {
        double ceiling = Math.min(firstExpenditure + LARGEST_SURPLUS, LARGEST_SURPLUS_FACTOR * firstExpenditure);
        return Math.max(floor, ceiling);
    }

    /**
     * What a review measured.
     *
     * @param setPoint     wanted, kg a week
     * @param slope        measured, kg a week, adjusted for what was eaten besides
     * @param meanKg       mean weight of the last 14 days
     */
    public record Measured(double setPoint, double slope, double meanKg) {}

    /** Every term of a review, in kcal a day, so that it can be shown and replayed. */
    public record Step(
            CalorieState before,
            Measured measured,
            double error,
            boolean quiet,
            double proportional,
            double integral,
            double derivative,
            double feedForward,
            CalorieState after) {
        /** How much the target moves. */
        public int change() {
            return after.published() - before.published();
        }
    }

    /** One review. */
    public Step review(CalorieState state, Measured measured) {
        double error = measured.setPoint() - measured.slope();
        boolean quiet = Math.abs(error) < gains.deadBand();
        var last = state.lastSlope();
        var before = state.slopeBefore();
        double proportional = quiet || last == null ? 0 : -gains.proportional() * (measured.slope() - last);
        double integral = quiet ? 0 : gains.integral() * error;
        double derivative = quiet || last == null || before == null
                ? 0
                : -gains.derivative() * (measured.slope() - 2 * last + before);
        double feedForward =
                state.lastMeanKg() == null ? 0 : gains.feedForward() * (measured.meanKg() - state.lastMeanKg());
        double output = limited(state, state.output() + (proportional + integral + derivative + feedForward));
        int published = Math.abs(output - state.published()) >= LEAST_PUBLISHED_CHANGE || state.published() < floor
                ? Math.clamp(Rounding.toTen(output), floor, Math.max(floor, Rounding.downToTen(ceiling)))
                : state.published();
        return new Step(
                state,
                measured,
                error,
                quiet,
                proportional,
                integral,
                derivative,
                feedForward,
                new CalorieState(output, published, measured.slope(), last, measured.meanKg()));
    }

    private double limited(CalorieState state, double output) {
        double within = Math.clamp(output, floor, ceiling);
        double step = gains.largestStep();
        return Math.max(floor, Math.clamp(within, state.published() - step, state.published() + step));
    }
}
