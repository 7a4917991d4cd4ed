package dev.trellis.interventions.recommendation;

import java.util.List;
import java.util.UUID;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Thompson draws (domain 08.4): one value per item from what is known about it. The day's draw depends on the person,
 * their local day and the item alone, so a refresh shows the same list and an item's luck does not hang on the others.
 */
final class Draws {
    /** How many imagined days the chance of being shown is counted over. */
    static final int IMAGINED_DAYS = 400;

    private static final long IMAGINED = 0x5be0cd19137e2179L;

    private final PersonFacts person;
    private final List<Candidate> candidates;

    Draws(PersonFacts person, List<Candidate> candidates) {
        this.person = person;
        this.candidates = candidates;
    }

    /** Each candidate's draw of the day. */
    double[] today() {
        return candidates.stream()
                .mapToDouble(candidate ->
                        draw(candidate.posterior(), generator(candidate.entry().interventionId())))
                .toArray();
    }

    /**
     * How likely each candidate is to be in the list: the share of imagined days on which the same policy would show it,
     * with today counted as one of them, so that what was shown never has a chance of 0.
     */
    double[] propensities(Shortlist policy, List<Integer> shown) {
        var times = new int[candidates.size()];
        shown.forEach(candidate -> times[candidate]++);
        var random = generator(IMAGINED);
        var samplers = candidates.stream()
                .map(candidate -> BetaDistribution.of(
                                candidate.posterior().alpha(),
                                candidate.posterior().beta())
                        .createSampler(random))
                .toList();
        var draws = new double[candidates.size()];
        for (var day = 0; day < IMAGINED_DAYS; day++) {
            for (var i = 0; i < draws.length; i++) {
                draws[i] = samplers.get(i).sample();
            }
            policy.choose(draws).forEach(candidate -> times[candidate]++);
        }
        var chances = new double[times.length];
        for (var i = 0; i < times.length; i++) {
            chances[i] = times[i] / (IMAGINED_DAYS + 1.0);
        }
        return chances;
    }

    private static double draw(BetaPosterior posterior, UniformRandomProvider random) {
        return BetaDistribution.of(posterior.alpha(), posterior.beta())
                .createSampler(random)
                .sample();
    }

    private UniformRandomProvider generator(long salt) {
        return RandomSource.SPLIT_MIX_64.create(
                seed(person.personId(), person.today().toEpochDay(), salt));
    }

    private static long seed(UUID person, long day, long salt) {
        var seed = mixed(person.getMostSignificantBits());
        seed = mixed(seed ^ person.getLeastSignificantBits());
        seed = mixed(seed ^ day);
        return mixed(seed ^ salt);
    }

    /** Spreads every bit over all others, so that neighbouring days and ids get unrelated draws (Stafford's mix 13). */
    private static long mixed(long value) {
        var bits = value + 0x9e3779b97f4a7c15L;
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }
}
