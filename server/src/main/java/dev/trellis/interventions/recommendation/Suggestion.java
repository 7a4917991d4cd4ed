package dev.trellis.interventions.recommendation;

import java.util.List;

/**
 * One item as shown to a person.
 *
 * @param position its place, from 1
 * @param exploration true when a list made of expected values alone would not have shown it
 * @param propensity the chance that this policy shows it to this person on such a day, in (0,1]; logged to learn honestly
 * @param explanation the words of domain 08.6
 * @param reasons what in the intake led to it
 * @param cautions what to know before starting: clinician first, how it fits their life, where it comes from
 * @param questions what must be asked before starting, since nobody has asked yet
 */
public record Suggestion(
        int position,
        CatalogueEntry entry,
        Score score,
        boolean exploration,
        double propensity,
        String explanation,
        List<String> reasons,
        List<String> cautions,
        List<Question> questions) {

    /** A question to answer before an item is started. */
    public record Question(ContraindicationTag tag, String text) {}

    public Suggestion {
        reasons = List.copyOf(reasons);
        cautions = List.copyOf(cautions);
        questions = List.copyOf(questions);
    }

    /** How much an answer about it may count when learning (domain 08.5). */
    public double feedbackWeight() {
        return Propensity.weight(propensity);
    }
}
