package dev.trellis.interventions.recommendation;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Reciprocal rank fusion: joins ranked lists by place alone, so their scores need not be comparable (domain 08.2;
 * Cormack, Clarke and Buettcher 2009, k = 60).
 */
final class RankFusion {
    static final int K = 60;

    /** The score of whatever is first in both of two lists. */
    static final double BEST_OF_TWO = 2.0 / (K + 1);

    private RankFusion() {}

    /** One item and the sum of its places' scores. */
    record Fused<T>(T item, double score) {}

    /** {@code sum over lists of 1/(k + place)}, best first, ties by natural order; what a list lacks adds nothing. */
    static <T extends Comparable<T>> List<Fused<T>> fuse(List<List<T>> lists, int k) {
        var scores = new TreeMap<T, Double>();
        for (var list : lists) {
            for (var i = 0; i < list.size(); i++) {
                scores.merge(list.get(i), 1.0 / (k + i + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .map(entry -> new Fused<>(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Fused<T>>comparingDouble(fused -> -fused.score)
                        .thenComparing(Fused::item))
                .toList();
    }
}
