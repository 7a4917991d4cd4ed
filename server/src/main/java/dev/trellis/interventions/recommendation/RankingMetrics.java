package dev.trellis.interventions.recommendation;

import java.util.Comparator;
import java.util.List;

/** How good a ranked list is against graded judgements 0-3 (domain 08.7; Jarvelin and Kekalainen 2002, exponential gain). */
public final class RankingMetrics {
    /** From this grade on an item counts as relevant. */
    public static final int RELEVANT = 2;

    private RankingMetrics() {}

    /** {@code sum over the first k of (2^rel - 1) / log2(place + 1)}. */
    public static double dcg(List<Integer> ranked, int k) {
        double sum = 0;
        for (var i = 0; i < Math.min(k, ranked.size()); i++) {
            sum += (Math.pow(2, ranked.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    /** The share of the best possible DCG, in [0,1]; 0 when nothing judged is relevant at all. */
    public static double ndcg(List<Integer> ranked, List<Integer> judged, int k) {
        var ideal = dcg(judged.stream().sorted(Comparator.reverseOrder()).toList(), k);
        return ideal == 0 ? 0 : dcg(ranked, k) / ideal;
    }

    /** One over the place of the first relevant item; 0 when there is none. */
    public static double reciprocalRank(List<Integer> ranked) {
        for (var i = 0; i < ranked.size(); i++) {
            if (ranked.get(i) >= RELEVANT) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** The share of all relevant items found among the first k; 1 when there are none to find. */
    public static double recall(List<Integer> ranked, List<Integer> judged, int k) {
        var all = relevant(judged);
        return all == 0 ? 1 : (double) relevant(ranked.subList(0, Math.min(k, ranked.size()))) / all;
    }

    private static long relevant(List<Integer> grades) {
        return grades.stream().filter(grade -> grade >= RELEVANT).count();
    }
}
