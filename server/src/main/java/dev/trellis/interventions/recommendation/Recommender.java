package dev.trellis.interventions.recommendation;

/** From an intake to a ranked, explained list (domain 08). Equal arguments give equal answers. */
public final class Recommender {
    private Recommender() {}

    /**
     * Ranks the catalogue for one person on their day.
     *
     * @param count how many to offer, 1-10; fewer come back when fewer are eligible
     * @throws dev.trellis.platform.embedding.EmbeddingFailed when the snapshot's embedder cannot read the intake
     */
    public static Recommendation recommend(Intake intake, PersonFacts person, CatalogueSnapshot catalogue, int count) {
        throw new UnsupportedOperationException();
    }
}
