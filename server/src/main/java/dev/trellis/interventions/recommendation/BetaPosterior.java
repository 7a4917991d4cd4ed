package dev.trellis.interventions.recommendation;

/**
 * What grade and outcomes together say about the share of helpful tries (domain 08.4): a Beta distribution whose prior
 * is the grade's, worth 20 tries. Outcomes are shrunk when fewer than half of the starters answered, since only
 * finishers tend to, and count for 200 tries at most, so that old popularity cannot dominate.
 */
record BetaPosterior(double alpha, double beta) {
    private static final double MOST_TRIES = 200;
    private static final double ENOUGH_ANSWERS = 0.5;

    static BetaPosterior of(EvidenceGrade grade, Outcomes outcomes) {
        var tries = (double) outcomes.tries();
        var helpful = outcomes.weightedHelpfulShare().isPresent()
                ? outcomes.weightedHelpfulShare().getAsDouble() * tries
                : outcomes.helpful();
        var keep = outcomes.answerRate() < ENOUGH_ANSWERS ? outcomes.answerRate() : 1;
        if (tries * keep > MOST_TRIES) {
            keep = MOST_TRIES / tries;
        }
        var prior = grade.prior() * EvidenceGrade.PRIOR_TRIES;
        return new BetaPosterior(prior + helpful * keep, EvidenceGrade.PRIOR_TRIES - prior + (tries - helpful) * keep);
    }

    double mean() {
        return alpha / (alpha + beta);
    }

    double standardDeviation() {
        var sum = alpha + beta;
        return Math.sqrt(alpha * beta / (sum * sum * (sum + 1)));
    }
}
