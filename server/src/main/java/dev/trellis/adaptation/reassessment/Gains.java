package dev.trellis.adaptation.reassessment;

/**
 * How strongly the calorie controller answers (domain 06.1, 06.2), in kcal a day for each kg a week.
 *
 * @param proportional on the measurement
 * @param integral     for each review
 * @param derivative   on the measurement
 * @param feedForward  kcal a day for each kg of body weight
 * @param deadBand     kg a week below which an error is noise
 * @param largestStep  kcal a day at one review
 */
public record Gains(
        double proportional,
        double integral,
        double derivative,
        double feedForward,
        double deadBand,
        double largestStep) {
    /**
     * As shipped: the plant is a static gain with slow drift and much noise, so the integral does the work; proportional
     * and derivative terms would mostly answer the scale's mood.
     */
    public static final Gains SHIPPED = new Gains(0, 330, 0, 15, 0.10, 150);
}
