package dev.trellis.safety;

import java.util.List;

/**
 * Deterministic triage of what a person writes and answers, before the model answers and again on its draft
 * (domain 13.1-13.3). The maximum of the layers wins. Safe to share between threads; keeps nothing of a text.
 */
public final class Triage {
    private final Lexicon lexicon = Lexicon.ofAllLanguages();
    private final List<Combination> combinations = Combination.all();

    /** The gravest finding in a text and in the structured answers; linear in the text's length. */
    public TriageResult assess(String text, TriageContext context) {
        return read(text, context).or(StructuredTriage.assess(context.signs()));
    }

    /** The gravest finding in structured answers alone, where nothing was written. */
    public TriageResult assess(StructuredSigns signs) {
        return StructuredTriage.assess(signs);
    }

    private TriageResult read(String text, TriageContext context) {
        var passage = new Passage(lexicon, text, context.today().getYear());
        var gravest = TriageResult.calm();
        var signs = new Signs(combinations, context);
        for (var danger : passage.dangers()) {
            if (passage.isIdiom(danger)) {
                continue;
            }
            var found = Finding.of(passage, danger);
            gravest = gravest.or(found.result());
            if (found.standsAsSaid()) {
                gravest = gravest.or(signs.add(danger, passage));
            }
        }
        return gravest;
    }
}
