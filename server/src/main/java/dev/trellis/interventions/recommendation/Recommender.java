package dev.trellis.interventions.recommendation;

import dev.trellis.interventions.recommendation.Recommendation.Suggestions;
import dev.trellis.interventions.recommendation.Recommendation.SuspendedForSafety;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From an intake to a ranked, explained list (domain 08). Equal arguments give equal answers. */
public final class Recommender {
    /** How many are offered when nobody says. */
    public static final int USUAL_COUNT = 5;

    /** How many may be asked for. */
    public static final int GREATEST_COUNT = 10;

    /** Names the rules in force, so that what was shown under other rules is not mixed in when learning. */
    public static final String POLICY = "hybrid-thompson-mmr-1";

    private static final String SUSPENDED =
            "Suggestions rest for now, because your safety comes first. They return once you have told us that you are safe.";

    private Recommender() {}

    /**
     * Ranks the catalogue for one person on their day.
     *
     * @param count how many to offer, 1-10; fewer come back when fewer are eligible
     * @throws dev.trellis.platform.embedding.EmbeddingFailed when the snapshot's embedder cannot read the intake
     */
    public static Recommendation recommend(Intake intake, PersonFacts person, CatalogueSnapshot catalogue, int count) {
        if (count < 1 || count > GREATEST_COUNT) {
            throw new IllegalArgumentException(
                    "between 1 and %d can be asked for, not %d".formatted(GREATEST_COUNT, count));
        }
        if (person.safetyHold()) {
            return new SuspendedForSafety(SUSPENDED);
        }
        var eligibility = new Eligibility(intake, person);
        var excluded = catalogue.entries().stream()
                .flatMap(entry -> eligibility.refusal(entry).stream())
                .toList();
        var candidates = candidates(intake, eligibility, catalogue, excluded);
        var policy = new Shortlist(candidates, Shortlist.similarities(candidates, catalogue), count);
        var ranked = ranked(candidates, policy, new Draws(person, candidates), new Explanation(intake, eligibility));
        return new Suggestions(ranked, excluded, catalogue.embedderModel(), POLICY);
    }

    private static List<Candidate> candidates(
            Intake intake, Eligibility eligibility, CatalogueSnapshot catalogue, List<Exclusion> excluded) {
        var refused = excluded.stream()
                .map(exclusion -> exclusion.entry().interventionId())
                .collect(Collectors.toSet());
        var retrieved =
                catalogue.retrieve(QueryText.of(intake).text(), entry -> !refused.contains(entry.interventionId()));
        return retrieved.fused().stream()
                .map(found -> {
                    var entry = catalogue.entries().get(found.place());
                    return new Candidate(
                            entry,
                            found,
                            BetaPosterior.of(entry.evidenceGrade(), entry.outcomes()),
                            eligibility.clinicianFirst(entry).isEmpty());
                })
                .toList();
    }

    private static List<Suggestion> ranked(
            List<Candidate> candidates, Shortlist policy, Draws draws, Explanation explanation) {
        var today = draws.today();
        var chosen = policy.choose(today);
        var byMeans = Set.copyOf(policy.chooseByMeans());
        var propensities = draws.propensities(policy, chosen);
        var ranked = new ArrayList<Suggestion>();
        for (var index : chosen) {
            var candidate = candidates.get(index);
            var position = ranked.size() + 1;
            var theta = Shortlist.isDrawn(position)
                    ? today[index]
                    : candidate.posterior().mean();
            var reasons = explanation.reasons(candidate.entry());
            ranked.add(new Suggestion(
                    position,
                    candidate.entry(),
                    candidate.scored(theta),
                    !byMeans.contains(index),
                    propensities[index],
                    explanation.text(candidate.entry(), reasons),
                    reasons,
                    explanation.cautions(candidate.entry()),
                    explanation.questions(candidate.entry())));
        }
        return ranked;
    }
}
