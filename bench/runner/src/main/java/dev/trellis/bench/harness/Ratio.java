package dev.trellis.bench.harness;

import java.util.Arrays;
import java.util.Collection;

/** The product's figure over the yardstick's, round by round: the median, and the lowest and highest seen. */
public record Ratio(double median, double low, double high) {
    /** Of the ratios of several rounds, in any order; at least one. */
    public static Ratio of(Collection<Double> rounds) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("a ratio needs at least one round");
        }
        var sorted = rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Ratio(median(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    /** A ratio that was taken once. */
    public static Ratio single(double ratio) {
        return new Ratio(ratio, ratio, ratio);
    }

    /** The middle value, or the mean of the two in the middle. */
    public static double median(Collection<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    private static double median(double[] sorted) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing has no median");
        }
        var middle = Arrays.copyOfRange(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1);
        return Arrays.stream(middle).average().orElseThrow();
    }
}
