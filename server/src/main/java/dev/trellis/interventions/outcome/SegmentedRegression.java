package dev.trellis.interventions.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Segmented regression of an interrupted time series with AR(1) errors (domain 07.5; Lopez Bernal, Cummins, Gasparrini
 * 2017, doi:10.1093/ije/dyw098): level change b2 on the first day, slope change b3 per day. The estimates are GLS at the
 * correlation that maximises the restricted likelihood; their variances are averaged over that likelihood, because
 * intervals that take the correlation for known are too narrow in series of this length (Turner et al. 2020).
 *
 * @param levelChangeVariance of b2, correlation unknown
 */
record SegmentedRegression(Interval levelChange, Interval slopeChangePerDay, double levelChangeVariance, double rho) {

    /** Values each phase must have. */
    static final int NEEDED_PER_PHASE = 21;

    private static final double LOWEST_RHO = -0.60;
    private static final double HIGHEST_RHO = 0.98;
    private static final double RHO_STEP = 0.01;

    static SegmentedRegression of(DailyValues baseline, DailyValues period, LocalDate start) {
        if (Math.min(baseline.size(), period.size()) < NEEDED_PER_PHASE) {
            throw new IllegalArgumentException("each phase needs " + NEEDED_PER_PHASE + " values");
        }
        var series = new InterruptedSeries(baseline, period, start);
        var fits = new ArrayList<AutoregressiveFit>();
        int steps = (int) Math.round((HIGHEST_RHO - LOWEST_RHO) / RHO_STEP);
        for (int i = 0; i <= steps; i++) {
            fits.add(AutoregressiveFit.of(series, LOWEST_RHO + i * RHO_STEP));
        }
        var best = fits.getFirst();
        for (var fit : fits) {
            best = fit.logRestrictedLikelihood() > best.logRestrictedLikelihood() ? fit : best;
        }
        double quantile = TDistribution.of(series.size() - WhitenedSeries.TERMS).inverseCumulativeProbability(0.975);
        double levelVariance = averagedVariance(fits, best, AutoregressiveFit::level);
        double slopeVariance = averagedVariance(fits, best, AutoregressiveFit::slope);
        return new SegmentedRegression(
                interval(best.level().estimate(), quantile * Math.sqrt(levelVariance), 1),
                interval(best.slope().estimate(), quantile * Math.sqrt(slopeVariance), series.timeUnit()),
                levelVariance,
                best.rho());
    }

    Effect.Segments segments() {
        return new Effect.Segments(levelChange, slopeChangePerDay, rho);
    }

    private static double averagedVariance(
            Iterable<AutoregressiveFit> fits,
            AutoregressiveFit best,
            Function<AutoregressiveFit, AutoregressiveFit.Coefficient> term) {
        double weights = 0;
        double sum = 0;
        for (var fit : fits) {
            double weight = Math.exp(fit.logRestrictedLikelihood() - best.logRestrictedLikelihood());
            double shift = term.apply(fit).estimate() - term.apply(best).estimate();
            weights += weight;
            sum += weight * (term.apply(fit).variance() + shift * shift);
        }
        return sum / weights;
    }

    private static Interval interval(double estimate, double halfWidth, double timeUnit) {
        return new Interval(estimate / timeUnit, (estimate - halfWidth) / timeUnit, (estimate + halfWidth) / timeUnit);
    }
}
