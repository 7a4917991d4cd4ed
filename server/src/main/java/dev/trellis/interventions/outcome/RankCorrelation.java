package dev.trellis.interventions.outcome;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Spearman's rank correlation of paired days, and what chance would give as easily (domain 07.6). */
final class RankCorrelation {
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
    private static final double LARGEST_PRODUCT = 0.9;

    private RankCorrelation() {}

    /** Pearson's correlation of mid-ranks, so ties are exact; 0 when one side is constant and nothing can be ranked. */
    static double spearman(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " values cannot be paired with " + y.length);
        }
        var rankX = ranks(x);
        var rankY = ranks(y);
        double mean = (x.length + 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (rankX[i] - mean) * (rankY[i] - mean);
            xx += (rankX[i] - mean) * (rankX[i] - mean);
            yy += (rankY[i] - mean) * (rankY[i] - mean);
        }
        return xx == 0 || yy == 0 ? 0 : Math.clamp(xy / Math.sqrt(xx * yy), -1, 1);
    }

    /** Ranks from 1, equal values sharing the mean of their ranks. */
    static double[] ranks(double... values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int until = from + 1;
            while (until < order.length && values[order[until]] == values[order[from]]) {
                until++;
            }
            for (int i = from; i < until; i++) {
                ranks[order[i]] = (from + 1 + until) / 2.0;
            }
            from = until;
        }
        return ranks;
    }

    static long distinct(double... values) {
        return Arrays.stream(values).distinct().count();
    }

    /** Pairs' worth if they were independent: {@code n(1-r)/(1+r)}, r the product of both lag-1 autocorrelations. */
    static double effectivePairs(int pairs, double autocorrelationX, double autocorrelationY) {
        double product = Math.clamp(autocorrelationX * autocorrelationY, 0, LARGEST_PRODUCT);
        return pairs * (1 - product) / (1 + product);
    }

    /** Two-sided p by Fisher's z; 1 when no more than three effective pairs are left to judge from. */
    static double p(double rho, double effectivePairs) {
        if (effectivePairs <= 3) {
            return 1;
        }
        double z = 0.5 * Math.log((1 + Math.abs(rho)) / (1 - Math.abs(rho))) * Math.sqrt(effectivePairs - 3);
        return Math.min(1, 2 * STANDARD_NORMAL.survivalProbability(z));
    }
}
