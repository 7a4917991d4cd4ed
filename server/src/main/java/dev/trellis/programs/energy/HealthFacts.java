package dev.trellis.programs.energy;

import java.util.Set;

/**
 * What decides whether a person may have targets at all (domain 01.7).
 *
 * @param scoff positive answers to the five SCOFF questions, 0 to 5
 */
public record HealthFacts(
        Body body, Set<HealthCondition> conditions, int scoff, FoodBehaviour behaviour, WeightLoss loss) {
    public HealthFacts {
        if (scoff < 0 || scoff > 5) {
            throw new IllegalArgumentException("SCOFF counts 0 to 5 answers, not " + scoff);
        }
        conditions = Set.copyOf(conditions);
    }

    /** Of somebody who declared nothing. */
    public static HealthFacts healthy(Body body) {
        return new HealthFacts(body, Set.of(), 0, FoodBehaviour.UNREMARKABLE, WeightLoss.NONE);
    }
}
