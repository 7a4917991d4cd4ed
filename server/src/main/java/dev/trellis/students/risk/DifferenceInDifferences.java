package dev.trellis.students.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Difference in differences of points against untreated students of the same stratum (domain 10.4). A stratum is a
 * course, a level and a week, so that the regression to the mean and the season that all share cancel out. The interval
 * takes a student who appears several times as one.
 */
public final class DifferenceInDifferences {
    /** Fewer students than this in a group say nothing. */
    public static final int FEWEST = 20;

    private static final double TWO_SIDED_95 = 0.975;

    private DifferenceInDifferences() {}

    /**
     * One student once: points before and 28 days later.
     *
     * @param student who, to see that several rows are one person
     * @param stratum what makes them comparable
     */
    public record Observation(Object student, Object stratum, boolean treated, double before, double after) {
        double change() {
            return after - before;
        }
    }

    /** The plain estimate from four means: treated before and after, untreated before and after. */
    public static double of(double treatedBefore, double treatedAfter, double untreatedBefore, double untreatedAfter) {
        return (treatedAfter - treatedBefore) - (untreatedAfter - untreatedBefore);
    }

    /** The estimate over all strata in which there are both, or why there is none. */
    public static EffectEstimate estimate(List<Observation> all) {
        var comparable = comparable(all);
        var treated = students(comparable, true);
        var untreated = students(comparable, false);
        if (treated < FEWEST || untreated < FEWEST) {
            return new EffectEstimate.NotEnoughCases(treated, untreated, FEWEST);
        }
        var weights = weights(comparable);
        var treatedMean = mean(comparable, weights, true);
        var untreatedMean = mean(comparable, weights, false);
        var effect = treatedMean - untreatedMean;
        var error = Math.sqrt(
                variance(comparable, weights, true, treatedMean) + variance(comparable, weights, false, untreatedMean));
        var reach =
                error * TDistribution.of(Math.min(treated, untreated) - 1.0).inverseCumulativeProbability(TWO_SIDED_95);
        return new EffectEstimate.Estimated(treated, untreated, effect, effect - reach, effect + reach);
    }

    /** Only strata that have treated and untreated students. */
    private static List<Observation> comparable(List<Observation> all) {
        var groups = new HashMap<Object, boolean[]>();
        for (var one : all) {
            groups.computeIfAbsent(one.stratum(), stratum -> new boolean[2])[one.treated() ? 1 : 0] = true;
        }
        return all.stream()
                .filter(one -> {
                    var both = Objects.requireNonNull(groups.get(one.stratum()));
                    return both[0] && both[1];
                })
                .toList();
    }

    private static int students(List<Observation> rows, boolean treated) {
        return (int) rows.stream()
                .filter(one -> one.treated() == treated)
                .map(Observation::student)
                .distinct()
                .count();
    }

    /** Untreated students weigh as much, stratum by stratum, as the treated ones they stand beside. */
    private static Map<Observation, Double> weights(List<Observation> rows) {
        var counts = new HashMap<Object, int[]>();
        for (var one : rows) {
            counts.computeIfAbsent(one.stratum(), stratum -> new int[2])[one.treated() ? 1 : 0]++;
        }
        var weights = new HashMap<Observation, Double>();
        for (var one : rows) {
            var count = Objects.requireNonNull(counts.get(one.stratum()));
            weights.put(one, one.treated() ? 1.0 : (double) count[1] / count[0]);
        }
        return weights;
    }

    private static double mean(List<Observation> rows, Map<Observation, Double> weights, boolean treated) {
        var sum = 0.0;
        var weight = 0.0;
        for (var one : rows) {
            if (one.treated() == treated) {
                var share = Objects.requireNonNull(weights.get(one));
                sum += share * one.change();
                weight += share;
            }
        }
        return sum / weight;
    }

    /** Cluster-robust: a student's rows are added up before they are squared. */
    private static double variance(
            List<Observation> rows, Map<Observation, Double> weights, boolean treated, double mean) {
        var residuals = new HashMap<Object, Double>();
        var weight = 0.0;
        for (var one : rows) {
            if (one.treated() == treated) {
                var share = Objects.requireNonNull(weights.get(one));
                residuals.merge(one.student(), share * (one.change() - mean), Double::sum);
                weight += share;
            }
        }
        var clusters = new ArrayList<>(residuals.values());
        var squares =
                clusters.stream().mapToDouble(residual -> residual * residual).sum();
        var smallSample = clusters.size() / (clusters.size() - 1.0);
        return smallSample * squares / (weight * weight);
    }
}
