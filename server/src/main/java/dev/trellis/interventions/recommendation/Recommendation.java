package dev.trellis.interventions.recommendation;

import java.util.List;

/** What a person is offered for an intake, or that nothing is offered while their safety comes first. */
public sealed interface Recommendation {
    /**
     * The ranked items and those kept back.
     *
     * @param embedder the model whose vectors were compared
     * @param policy names the rules that chose, stored with each exposure
     */
    record Suggestions(List<Suggestion> ranked, List<Exclusion> excluded, String embedder, String policy)
            implements Recommendation {
        public Suggestions {
            ranked = List.copyOf(ranked);
            excluded = List.copyOf(excluded);
        }
    }

    /** A safety event is open: only safety resources may be shown (domain 13.5). */
    record SuspendedForSafety(String text) implements Recommendation {}
}
