package dev.trellis.interventions.outcome;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The step-up procedure that keeps the share of false discoveries among many tests below q (domain 07.6; Benjamini and
 * Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x).
 */
final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** Adjusted p-values in the order given; a test is significant at q when its adjusted p is at most q. */
    static double[] adjust(double... p) {
        for (double each : p) {
            if (!(each >= 0 && each <= 1)) {
                throw new IllegalArgumentException("a p-value is 0 to 1, not " + each);
            }
        }
        var largestFirst = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .toList();
        var adjusted = new double[p.length];
        double smallest = 1;
        int rank = p.length;
        for (int i : largestFirst) {
            smallest = Math.min(smallest, p[i] * p.length / rank--);
            adjusted[i] = smallest;
        }
        return adjusted;
    }
}
