package dev.trellis.interventions.recommendation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fills the places of a list one by one (domain 08.4, 08.5): the first by expected value, the second to fifth by the
 * day's draws, later ones by expected value again. Each place takes the item with the best
 * {@code 0.7 score - 0.3 greatest similarity to those above} that the list still allows: in every five places two of a
 * category at most, one from members at most, no two that together need over 60 minutes a day, and at least one that
 * fewer than 20 people have tried, when one stands among the best 15.
 */
final class Shortlist {
    static final int BLOCK = 5;
    static final int NEWCOMER_TRIES = 20;

    private static final double LAMBDA = 0.7;
    private static final int PER_CATEGORY = 2;
    private static final int FROM_MEMBERS = 1;
    private static final int MINUTES_TOGETHER = 60;
    private static final int NEWCOMERS_AMONG = 15;

    private final List<Candidate> candidates;
    private final double[][] similarity;
    private final int count;
    private final double[] means;
    private final BitSet newcomers;

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
        var chosen = new ArrayList<Integer>();
        while (chosen.size() < count) {
            var next = next(chosen, isDrawn(chosen.size() + 1) ? draws : means);
            if (next < 0) {
                break;
            }
            chosen.add(next);
        }
        return chosen;
    }

    /** Whether a place, from 1, is given by draw. */
    static boolean isDrawn(int position) {
        return position >= 2 && position <= BLOCK;
    }

    private int next(List<Integer> chosen, double[] values) {
        var allowed = allowed(chosen);
        var best = best(allowed, chosen, values);
        if (best < 0 || !owesNewcomer(chosen) || newcomers.get(best)) {
            return best;
        }
        var fresh = (BitSet) allowed.clone();
        fresh.and(newcomers);
        if (!fresh.isEmpty() && (isLastOfBlock(chosen.size()) || !leavesNewcomer(chosen, best))) {
            return best(fresh, chosen, values);
        }
        return best;
    }

    /** Whether after this choice the next place could still go to a newcomer. */
    private boolean leavesNewcomer(List<Integer> chosen, int choice) {
        var after = new ArrayList<>(chosen);
        after.add(choice);
        var allowed = allowed(after);
        allowed.and(newcomers);
        return !allowed.isEmpty();
    }

    private int best(BitSet allowed, List<Integer> chosen, double[] values) {
        var best = -1;
        var bestValue = Double.NEGATIVE_INFINITY;
        for (var i = allowed.nextSetBit(0); i >= 0; i = allowed.nextSetBit(i + 1)) {
            var value = LAMBDA * candidates.get(i).score(values[i]) - (1 - LAMBDA) * closest(i, chosen);
            if (value > bestValue) {
                best = i;
                bestValue = value;
            }
        }
        return best;
    }

    private double closest(int candidate, List<Integer> chosen) {
        var closest = 0.0;
        for (var other : chosen) {
            closest = Math.max(closest, similarity[candidate][other]);
        }
        return closest;
    }

    private BitSet allowed(List<Integer> chosen) {
        var block = chosen.subList(chosen.size() / BLOCK * BLOCK, chosen.size());
        var allowed = new BitSet();
        for (var i = 0; i < candidates.size(); i++) {
            if (!chosen.contains(i) && mayFollow(candidates.get(i), chosen, block)) {
                allowed.set(i);
            }
        }
        return allowed;
    }

    private boolean mayFollow(Candidate candidate, List<Integer> chosen, List<Integer> block) {
        var sameCategory = 0;
        var members = 0;
        for (var other : block) {
            var entry = candidates.get(other).entry();
            sameCategory += entry.category().equals(candidate.entry().category()) ? 1 : 0;
            members += entry.fromMember() ? 1 : 0;
        }
        return sameCategory < PER_CATEGORY
                && (!candidate.entry().fromMember() || members < FROM_MEMBERS)
                && (candidate.mayBeFirst() || !chosen.isEmpty())
                && fitsDay(candidate, chosen);
    }

    private boolean fitsDay(Candidate candidate, List<Integer> chosen) {
        var minutes = candidate.entry().minutesPerDay().orElse(0);
        for (var other : chosen) {
            var otherMinutes = candidates.get(other).entry().minutesPerDay().orElse(0);
            if (minutes > 0 && otherMinutes > 0 && minutes + otherMinutes > MINUTES_TOGETHER) {
                return false;
            }
        }
        return true;
    }

    private boolean owesNewcomer(List<Integer> chosen) {
        var start = chosen.size() / BLOCK * BLOCK;
        return count - start > 1
                && chosen.subList(start, chosen.size()).stream().noneMatch(newcomers::get);
    }

    private boolean isLastOfBlock(int filled) {
        return filled % BLOCK == BLOCK - 1 || filled == count - 1;
    }

    private BitSet newcomers() {
        var among = new BitSet();
        IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -candidates.get(i).score(means[i])))
                .limit(NEWCOMERS_AMONG)
                .filter(i -> candidates.get(i).entry().outcomes().tries() < NEWCOMER_TRIES)
                .forEach(among::set);
        return among;
    }

    /** How alike each two candidates are. */
    static double[][] similarities(List<Candidate> candidates, CatalogueSnapshot catalogue) {
        var similarity = new double[candidates.size()][candidates.size()];
        for (var i = 0; i < similarity.length; i++) {
            for (var j = 0; j < i; j++) {
                similarity[i][j] = catalogue.similarity(
                        candidates.get(i).place(), candidates.get(j).place());
                similarity[j][i] = similarity[i][j];
            }
        }
        return similarity;
    }
}
