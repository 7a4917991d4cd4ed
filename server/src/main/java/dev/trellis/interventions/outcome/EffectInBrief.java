package dev.trellis.interventions.outcome;

/** An effect estimate in a few words, as sure as it is and no surer (domain 07.7). */
public final class EffectInBrief {
    private EffectInBrief() {}

    /** Such as {@code Mood higher than before: about +0.6 points (likely between +0.3 and +1.0 points)}. */
    public static String of(Effect effect) {
        var words = OutcomeWords.of(effect.outcome());
        var noun = OutcomeWords.capitalised(words.noun());
        var range = "(likely " + words.range(effect.lo(), effect.hi()) + ")";
        var sure = EffectSentences.sureness(effect.p());
        if (sure == EffectSentences.Sureness.NONE) {
            return noun + ": no clear change " + range;
        }
        var how = switch (sure) {
            case PROBABLY_WORSE -> " probably ";
            case HINT -> " somewhat ";
            case CLEAR, NONE -> " ";
        };
        return noun + how + words.more(effect.m() > 0) + " than before: " + words.change(effect.m()) + " " + range;
    }

    /** What the outcome of that name is called in the middle of a sentence. */
    public static String noun(String outcome) {
        return OutcomeWords.of(outcome).noun();
    }

    /** The unit of an outcome's values, empty when there is none to name. */
    public static String unit(String outcome) {
        return OutcomeWords.of(outcome).unit().strip();
    }
}
