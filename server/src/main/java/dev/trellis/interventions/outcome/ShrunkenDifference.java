package dev.trellis.interventions.outcome;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far an outcome differs between two phases: normal-normal shrinkage of the difference of means with a standard
 * error widened for autocorrelation (domain 07.5, the estimator for short series). In the outcome's own unit.
 *
 * @param difference      mean of the period minus mean of the baseline
 * @param pooledSd        standard deviation within the phases
 * @param autocorrelation lag 1, within the phases, weighted by their days; not yet clamped to [0, 0.9]
 * @param standardError   of the difference, with each phase's effective number of days
 * @param priorSd         of the effect before looking: half the pooled standard deviation around zero
 * @param posterior       the shrunken effect
 */
record ShrunkenDifference(
        double difference,
        double pooledSd,
        double autocorrelation,
        double standardError,
        double priorSd,
        Posterior posterior) {

    private static final double PRIOR_SD_PER_POOLED_SD = 0.5;
    private static final double LARGEST_AUTOCORRELATION = 0.9;
    /** Spread below this share of the values' size is rounding of the numbers, not variation of a person. */
    private static final double RELATIVE_SPREAD_THAT_IS_NONE = 1e-9;

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    /** Empty when nothing varies within the phases: without spread there is no yardstick for chance. */
    static Optional<ShrunkenDifference> between(DailyValues baseline, DailyValues period) {
        int n1 = baseline.size();
        int n2 = period.size();
        if (n1 < 2 || n2 < 2) {
            throw new IllegalArgumentException("each phase needs two values, not " + n1 + " and " + n2);
        }
        double pooledSd = Math.sqrt((baseline.sumOfSquares() + period.sumOfSquares()) / (n1 + n2 - 2));
        double size = Math.max(Math.abs(baseline.mean()), Math.abs(period.mean()));
        if (pooledSd <= size * RELATIVE_SPREAD_THAT_IS_NONE) {
            return Optional.empty();
        }
        double r1 = autocorrelationWithin(baseline, period);
        double se = pooledSd * Math.sqrt(1 / effectiveDays(n1, r1) + 1 / effectiveDays(n2, r1));
        double difference = period.mean() - baseline.mean();
        double priorSd = PRIOR_SD_PER_POOLED_SD * pooledSd;
        return Optional.of(
                new ShrunkenDifference(difference, pooledSd, r1, se, priorSd, Posterior.of(difference, se, priorSd)));
    }

    /** Days that would say as much if they were independent: {@code n(1-r)/(1+r)}, r clamped to [0, 0.9], at least 2. */
    static double effectiveDays(int days, double autocorrelation) {
        double r = Math.clamp(autocorrelation, 0, LARGEST_AUTOCORRELATION);
        return Math.max(2, days * (1 - r) / (1 + r));
    }

    /** A constant phase has no autocorrelation to tell of, so the other phase speaks alone. */
    private static double autocorrelationWithin(DailyValues baseline, DailyValues period) {
        double n1 = baseline.sumOfSquares() > 0 ? baseline.size() : 0;
        double n2 = period.sumOfSquares() > 0 ? period.size() : 0;
        return (n1 * baseline.lagOneAutocorrelation() + n2 * period.lagOneAutocorrelation()) / (n1 + n2);
    }

    /**
     * An estimate pulled towards zero by the prior.
     *
     * @param mean the shrunken effect m
     * @param sd   its standard deviation s
     */
    record Posterior(double mean, double sd) {
        private static final double HALF_WIDTH_IN_SD = 1.96;

        static Posterior of(double estimate, double standardError, double priorSd) {
            double priorWeight = 1 / (1 + Math.pow(standardError / priorSd, 2));
            double mean = estimate * priorWeight;
            double sd = standardError * Math.sqrt(priorWeight);
            return new Posterior(mean, sd);
        }

        /** Lower end of the 95 percent interval. */
        double low() {
            return mean - HALF_WIDTH_IN_SD * sd;
        }

        /** Upper end of the 95 percent interval. */
        double high() {
            return mean + HALF_WIDTH_IN_SD * sd;
        }

        /** Probability that the effect goes the way that is better for the person. */
        double chanceOf(Benefit benefit) {
            return STANDARD_NORMAL.cumulativeProbability(benefit.sign() * mean / sd);
        }
    }
}
