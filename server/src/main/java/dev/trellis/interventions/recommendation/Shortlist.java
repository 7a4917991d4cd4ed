package dev.trellis.interventions.recommendation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fills the places of a list one by one (domain 08.4, 08.5): the first by expected value, the second to fifth by the
 * day's draws, later ones by expected value again. Each place takes, from the nearest band of what was found, the item
 * with the best {@code 0.7 score - 0.3 greatest similarity to those above}, as far as {@link Caps} allow. In every five
 * places at least one goes to an item that fewer than 20 people have tried, when one stands among the best 15.
 */
final class Shortlist {
    static final int BLOCK = 5;
    static final int NEWCOMER_TRIES = 20;

    private static final double LAMBDA = 0.7;
    private static final int NEWCOMERS_AMONG = 15;

    private final List<Candidate> candidates;
    private final double[][] similarity;
    private final int count;
    private final double[] means;
    private final boolean[] newcomers;

    Shortlist(List<Candidate> candidates, double[][] similarity, int count) {
        this.candidates = candidates;
        this.similarity = similarity;
        this.count = count;
        this.means = candidates.stream()
                .mapToDouble(candidate -> candidate.posterior().mean())
                .toArray();
        this.newcomers = newcomers();
    }

    /** The list that expected values alone would give. */
    List<Integer> chooseByMeans() {
        return choose(means);
    }

    /** The places of the chosen candidates in order, given each candidate's draw. */
    List<Integer> choose(double[] draws) {
        var chosen = new Caps(candidates);
        var closest = new double[candidates.size()];
        while (chosen.size() < count) {
            var next = next(chosen, closest, isDrawn(chosen.size() + 1) ? draws : means);
            if (next < 0) {
                break;
            }
            chosen.add(next);
            for (var i = 0; i < closest.length; i++) {
                closest[i] = Math.max(closest[i], similarity[next][i]);
            }
        }
        return chosen.inOrder();
    }

    /** Whether a place, from 1, is given by draw. */
    static boolean isDrawn(int position) {
        return position >= 2 && position <= BLOCK;
    }

    private int next(Caps chosen, double[] closest, double[] values) {
        var best = best(chosen, closest, values, false);
        if (best < 0 || newcomers[best] || !owesNewcomer(chosen)) {
            return best;
        }
        var newcomer = best(chosen, closest, values, true);
        var lastChance = newcomer >= 0 && (isLastOfBlock(chosen.size()) || !leavesNewcomer(chosen, best));
        return lastChance ? newcomer : best;
    }

    /** The best allowed candidate of the nearest band that has any: the list widens only as far as it must. */
    private int best(Caps chosen, double[] closest, double[] values, boolean newcomersOnly) {
        var best = -1;
        var bestBand = Integer.MAX_VALUE;
        var bestValue = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < values.length; i++) {
            var band = candidates.get(i).found().band();
            if (band > bestBand || (newcomersOnly && !newcomers[i]) || !chosen.allow(i)) {
                continue;
            }
            var value = LAMBDA * candidates.get(i).score(values[i]) - (1 - LAMBDA) * closest[i];
            if (band < bestBand || value > bestValue) {
                best = i;
                bestBand = band;
                bestValue = value;
            }
        }
        return best;
    }

    private boolean owesNewcomer(Caps chosen) {
        var start = chosen.size() / BLOCK * BLOCK;
        return count - start > 1
                && chosen.inOrder().subList(start, chosen.size()).stream().noneMatch(i -> newcomers[i]);
    }

    private boolean isLastOfBlock(int filled) {
        return filled % BLOCK == BLOCK - 1 || filled == count - 1;
    }

    /** Whether after this choice the next place could still go to a newcomer. */
    private boolean leavesNewcomer(Caps chosen, int choice) {
        var after = chosen.with(choice);
        return IntStream.range(0, newcomers.length).anyMatch(i -> newcomers[i] && after.allow(i));
    }

    private boolean[] newcomers() {
        var among = new boolean[candidates.size()];
        IntStream.range(0, among.length)
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer i) -> candidates.get(i).found().band())
                        .thenComparingDouble(i -> -candidates.get(i).score(means[i])))
                .limit(NEWCOMERS_AMONG)
                .forEach(i -> among[i] = candidates.get(i).entry().outcomes().tries() < NEWCOMER_TRIES);
        return among;
    }

    /** How alike each two candidates are. */
    static double[][] similarities(List<Candidate> candidates, CatalogueSnapshot catalogue) {
        var similarity = new double[candidates.size()][candidates.size()];
        for (var i = 0; i < similarity.length; i++) {
            for (var j = 0; j < i; j++) {
                similarity[i][j] = catalogue.similarity(
                        candidates.get(i).found().place(),
                        candidates.get(j).found().place());
                similarity[j][i] = similarity[i][j];
            }
        }
        return similarity;
    }
}
