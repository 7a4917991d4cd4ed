package dev.trellis.adaptation.reassessment;

import dev.trellis.programs.training.RunningLimits;
import org.jspecify.annotations.Nullable;

/**
 * Moves the weekly sets so that nine tenths of them get done (domain 06.3), by a factor of 0.80 to 1.10 a review.
 *
 * @param least weekly sets over all muscles trained
 * @param most  the same
 */
public record VolumeController(double proportional, double integral, double derivative, double least, double most) {
    private static final double SET_POINT = 0.90;
    private static final double DEAD_BAND = 0.05;
    private static final double SMALLEST_FACTOR = 0.80;
    private static final double LARGEST_FACTOR = 1.10;
    private static final double PAINFUL_FACTOR = 0.90;
    private static final double LOW_READINESS = 50;
    private static final double FALLING_STRENGTH = -1.0;

    /** With the gains that ship. */
    public static VolumeController shipped(double least, double most) {
        return new VolumeController(0, 0.5, 0, least, most);
    }

    /**
     * What speaks against more.
     *
     * @param readiness       mean, null when unknown
     * @param strengthPercent trend of the one-rep maximum in percent a week, null when unknown
     */
    public record Signs(
            boolean pain,
            @Nullable Double readiness,
            @Nullable Double strengthPercent) {
        /** Nothing. */
        public static final Signs NONE = new Signs(false, null, null);

        private boolean tired() {
            return readiness != null && readiness < LOW_READINESS;
        }

        private boolean weaker() {
            return strengthPercent != null && strengthPercent <= FALLING_STRENGTH;
        }
    }

    /** Every term of a review. */
    public record Step(
            VolumeState before, double adherence, double error, boolean quiet, double factor, VolumeState after) {
        /** How many sets a week more or less. */
        public int change() {
            return after.sets() - before.sets();
        }

        /** More is always asked; less may be applied by itself if the person wants that. */
        public boolean needsApproval() {
            return change() > 0;
        }

        /** Weekly minutes of cardio by the same factor, growing no faster than running may (domain 02.6). */
        public double cardioMinutes(double weekMinutes) {
            return Math.min(factor * weekMinutes, RunningLimits.week(weekMinutes));
        }
    }

    /** One review, of the adherence to strength sessions over 14 days, 0 to 1. */
    public Step review(VolumeState state, double adherence, Signs signs) {
        return review(state, adherence, signs, true);
    }

    /** The same, where more may be forbidden, because something else was made harder at the same review. */
    public Step review(VolumeState state, double adherence, Signs signs, boolean mayIncrease) {
        double error = adherence - SET_POINT;
        boolean quiet = Math.abs(error) <= DEAD_BAND + 1e-9;
        double factor =
                Math.clamp(Math.exp(quiet ? 0 : exponent(state, adherence, error)), SMALLEST_FACTOR, LARGEST_FACTOR);
        if (!mayIncrease || signs.pain() || signs.tired() || signs.weaker()) {
            factor = Math.min(factor, 1.0);
        }
        if (signs.pain() || (signs.tired() && signs.weaker())) {
            factor = Math.min(factor, PAINFUL_FACTOR);
        }
        double budget = Math.clamp(state.budget() * factor, least, most);
        return new Step(
                state, adherence, error, quiet, factor, new VolumeState(budget, adherence, state.lastAdherence()));
    }

    private double exponent(VolumeState state, double adherence, double error) {
        var last = state.lastAdherence();
        var before = state.adherenceBefore();
        double exponent = integral * error;
        exponent += last == null ? 0 : proportional * (adherence - last);
        return exponent + (last == null || before == null ? 0 : derivative * (adherence - 2 * last + before));
    }
}
