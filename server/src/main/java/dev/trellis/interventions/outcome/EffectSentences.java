package dev.trellis.interventions.outcome;

import java.util.List;

/**
 * Says what the effect estimate allows to say (domain 07.7): always with the days counted, the shrunken effect and its
 * interval to one decimal, and never that the intervention was the cause.
 */
final class EffectSentences {
    private static final double PROBABLY_WORSE = 0.20;
    private static final double HINT = 0.80;
    private static final double CLEAR = 0.95;

    private EffectSentences() {}

    /** How far an effect may be spoken of. */
    enum Sureness {
        PROBABLY_WORSE,
        NONE,
        HINT,
        CLEAR
    }

    /** By the probability that the change is for the better. */
    static Sureness sureness(double p) {
        if (p < PROBABLY_WORSE) {
            return Sureness.PROBABLY_WORSE;
        }
        if (p < HINT) {
            return Sureness.NONE;
        }
        return p < CLEAR ? Sureness.HINT : Sureness.CLEAR;
    }

    static void addTo(List<String> sentences, EffectAnswer answer) {
        switch (answer) {
            case EffectAnswer.NotAsked() -> {}
            case EffectAnswer.TooFewDays(var outcome, var days) ->
                sentences.add("There is not enough data to say whether your " + noun(outcome) + " changed. "
                        + counted(outcome, days)
                        + " An answer needs at least 7 days and 60 % of the days in both.");
            case EffectAnswer.TooFewValues(var outcome, var days) ->
                sentences.add("Your " + noun(outcome)
                        + " was noted with almost always the same value, so a change cannot be told from chance. "
                        + counted(outcome, days));
            case EffectAnswer.Estimated(var outcome, var effect) -> {
                sentences.add(verdict(outcome, effect) + " " + counted(outcome, effect.phaseDays()));
                addSlope(sentences, OutcomeWords.of(outcome.name()), effect);
                if (effect.confounded()) {
                    sentences.add("Another intervention started within three days of this one, "
                            + "so the two cannot be told apart.");
                }
            }
        }
    }

    private static String verdict(PlannedOutcome outcome, Effect effect) {
        var words = OutcomeWords.of(outcome.name());
        boolean better = effect.p() >= 0.5;
        boolean more = better == (outcome.benefit() == Benefit.HIGHER);
        var noun = words.noun();
        var change = words.change(effect.m()) + " (likely " + words.range(effect.lo(), effect.hi()) + ")";
        return switch (sureness(effect.p())) {
            case PROBABLY_WORSE ->
                "Your " + noun + " was probably " + words.more(more) + " " + than(effect) + ": " + change
                        + ". That alone does not say why.";
            case NONE ->
                "There was no clear change in your " + noun + " " + against(effect)
                        + ": the difference could be chance (likely " + words.range(effect.lo(), effect.hi()) + ").";
            case HINT ->
                "Your " + noun + " was somewhat " + words.more(more) + " " + than(effect) + ": " + change
                        + ". Take it as a hint, not as proof.";
            case CLEAR ->
                "Your " + noun + " was " + words.more(more) + " " + than(effect) + ": " + change
                        + ". Other things may have played a part.";
        };
    }

    /** The level change of a long series is measured against the trend that was there, not against a flat mean. */
    private static String than(Effect effect) {
        return effect.segments() == null
                ? "during this period than in your baseline"
                : "right from the start of this period than your baseline was heading for";
    }

    private static String against(Effect effect) {
        return effect.segments() == null ? "from your baseline" : "at the start of this period";
    }

    private static void addSlope(List<String> sentences, OutcomeWords words, Effect effect) {
        if (effect.segments() == null) {
            return;
        }
        var slope = effect.segments().slopeChangePerDay();
        var range = "likely " + words.range(7 * slope.lo(), 7 * slope.hi()) + " a week";
        sentences.add(
                slope.excludesZero()
                        ? "From then on it moved differently than before: " + words.change(7 * slope.estimate())
                                + " a week on top of the earlier trend (" + range + ")."
                        : "From then on its trend did not clearly change (" + range + ").");
    }

    private static String counted(PlannedOutcome outcome, PhaseDays days) {
        return OutcomeWords.capitalised(noun(outcome)) + " was recorded on " + days.baselineRecorded() + " of "
                + Sentences.days(days.baselineDays()) + " before and " + days.periodRecorded() + " of "
                + Sentences.days(days.periodDays()) + " during the period.";
    }

    private static String noun(PlannedOutcome outcome) {
        return OutcomeWords.of(outcome.name()).noun();
    }
}
