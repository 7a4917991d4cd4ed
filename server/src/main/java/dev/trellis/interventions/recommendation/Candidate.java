package dev.trellis.interventions.recommendation;

/**
 * An eligible item that was retrieved, before it has a place.
 *
 * @param mayBeFirst false when a clinician should be asked first
 */
record Candidate(CatalogueEntry entry, Retrieved.Found found, BetaPosterior posterior, boolean mayBeFirst) {
    double rel() {
        return found.rrf() / RankFusion.BEST_OF_TWO;
    }

    double score(double thetaOrMean) {
        return Score.of(rel(), thetaOrMean, entry.evidenceGrade().weight());
    }

    Score scored(double theta) {
        return new Score(
                found.bm25Rank(),
                found.vectorRank(),
                found.rrf(),
                rel(),
                posterior.mean(),
                theta,
                entry.evidenceGrade().weight(),
                score(theta));
    }
}
