package dev.trellis.interventions.recommendation;

import java.util.OptionalInt;

/**
 * An eligible item that was retrieved, before it has a place.
 *
 * @param place its place in the snapshot
 * @param mayBeFirst false when a clinician should be asked first
 */
record Candidate(
        CatalogueEntry entry,
        int place,
        OptionalInt bm25Rank,
        OptionalInt vectorRank,
        double rrf,
        BetaPosterior posterior,
        boolean mayBeFirst) {

    double rel() {
        return rrf / RankFusion.BEST_OF_TWO;
    }

    double score(double thetaOrMean) {
        return Score.of(rel(), thetaOrMean, entry.evidenceGrade().weight());
    }

    Score scored(double theta) {
        return new Score(
                bm25Rank,
                vectorRank,
                rrf,
                rel(),
                posterior.mean(),
                theta,
                entry.evidenceGrade().weight(),
                score(theta));
    }
}
