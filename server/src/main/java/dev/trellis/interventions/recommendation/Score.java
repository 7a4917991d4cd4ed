package dev.trellis.interventions.recommendation;

import java.util.OptionalInt;

/**
 * Every component of an item's rank (domain 08.2-08.5), kept so that the order can be explained and replayed.
 *
 * @param bm25Rank place in the list by words, from 1; absent when it is not in that list
 * @param vectorRank place in the list by meaning, from 1; absent when it is not in that list
 * @param rrf the fused score of both places
 * @param rel {@code rrf} as a share of the best possible, in [0,1]
 * @param mean expected share of helpful tries
 * @param theta the day's draw of that share; equals {@code mean} where no draw was used
 * @param ev weight of the evidence grade
 * @param score {@code 0.55 rel + 0.30 theta + 0.15 ev}
 */
public record Score(
        OptionalInt bm25Rank,
        OptionalInt vectorRank,
        double rrf,
        double rel,
        double mean,
        double theta,
        double ev,
        double score) {

    /** The final score of domain 08.5, all inputs and the result in [0,1]. */
    public static double of(double rel, double thetaOrMean, double ev) {
        return 0.55 * rel + 0.30 * thetaOrMean + 0.15 * ev;
    }
}
