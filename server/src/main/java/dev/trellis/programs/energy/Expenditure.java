package dev.trellis.programs.energy;

/**
 * What a person spends a day as far as is known: at first from an equation, then learnt from weight and intake with a
 * Kalman filter (domain 01.2, 01.4). "In the person's own logging units": who logs too little is told too little.
 *
 * @param kcal     mean, kcal a day
 * @param variance of that mean
 */
public record Expenditure(double kcal, double variance) {
    /** Energy of a kilogram of body weight, the usual conversion. */
    public static final double KCAL_PER_KG = 7700;

    private static final double FIRST_DEVIATION = 0.12;
    private static final double LOGGING_ERROR = 150;
    private static final double DRIFT = 50;
    private static final double LARGEST_STEP = 150;
    private static final double LOWEST_IN_RESTING = 1.1;
    private static final double HIGHEST_IN_RESTING = 2.5;

    /** The first guess. */
    public static Expenditure start(double restingKcal, ActivityLevel level) {
        double kcal = restingKcal * level.factor();
        double deviation = FIRST_DEVIATION * kcal;
        return new Expenditure(kcal, deviation * deviation);
    }

    /** What a window of weights and food logs says by itself: intake minus what went into weight; kcal a day. */
    public static double observed(double meanIntake, double slopeKgPerDay) {
        return meanIntake - KCAL_PER_KG * slopeKgPerDay;
    }

    /** The variance of {@link #observed}, from the slope's standard error and the error of logging. */
    public static double observationVariance(double slopeStandardError) {
        double fromWeights = KCAL_PER_KG * slopeStandardError;
        return fromWeights * fromWeights + LOGGING_ERROR * LOGGING_ERROR;
    }

    /** Learns from one observation; the mean moves by at most 150 kcal. */
    public Expenditure learning(double observed, double observationVariance) {
        double gain = gain(observationVariance);
        double step = Math.clamp(gain * (observed - kcal), -LARGEST_STEP, LARGEST_STEP);
        return new Expenditure(kcal + step, (1 - gain) * predictedVariance());
    }

    /** The share of a surprise that is believed, 0 to 1. */
    public double gain(double observationVariance) {
        return predictedVariance() / (predictedVariance() + observationVariance);
    }

    /** Kept within what a living person can spend. */
    public Expenditure within(double restingKcal) {
        return new Expenditure(
                Math.clamp(kcal, LOWEST_IN_RESTING * restingKcal, HIGHEST_IN_RESTING * restingKcal), variance);
    }

    /** Standard deviation of the mean. */
    public double deviation() {
        return Math.sqrt(variance);
    }

    private double predictedVariance() {
        return variance + DRIFT * DRIFT;
    }
}
