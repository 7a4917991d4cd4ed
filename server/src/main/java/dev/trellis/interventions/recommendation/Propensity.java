package dev.trellis.interventions.recommendation;

/** Inverse-propensity weights for learning from what was shown (domain 08.5). */
public final class Propensity {
    private static final double GREATEST_WEIGHT = 10;

    private Propensity() {}

    /**
     * How much one answer counts: {@code min(1/p, 10)}.
     *
     * @param propensity the chance that the item was shown, in (0,1]
     */
    public static double weight(double propensity) {
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("a propensity lies in (0,1], not " + propensity);
        }
        return Math.min(1 / propensity, GREATEST_WEIGHT);
    }
}
