package dev.trellis.interventions.web;

import dev.trellis.events.HandlerResult;
import dev.trellis.interventions.CompletionSummary;
import dev.trellis.interventions.Conclusion;
import dev.trellis.interventions.outcome.Correlation;
import dev.trellis.interventions.outcome.Effect;
import dev.trellis.interventions.outcome.EffectInBrief;
import dev.trellis.interventions.outcome.MissingEffect;
import dev.trellis.interventions.outcome.SummaryDetails;
import dev.trellis.platform.web.pages.Chart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary as a page shows it: sentences first, then the figures with what they are out of, then the drawings.
 *
 * @param sentences what happened, in words
 * @param mood null when no mood was noted
 * @param effect null when there is no estimate, and {@code effectWords} say why
 * @param found what went with what
 * @param footer that this is information and no medical advice
 */
public record SummaryView(
        List<String> sentences,
        List<Figure> figures,
        Chart adherence,
        @Nullable Chart mood,
        @Nullable Chart effect,
        List<String> effectWords,
        List<Together> found,
        String footer) {
    private static final double IN_A_HUNDRED = 100;

    /** A number and what it is out of; that may be empty where the words below say it. */
    public record Figure(String figure, String of, String what) {}

    /**
     * Two things that went together.
     *
     * @param flukes how many of such finds chance alone would make, by Benjamini and Hochberg (domain 07.6)
     */
    public record Together(String what, String when, String strength, int days, String flukes) {
        static Together of(Correlation found) {
            return new Together(
                    EffectInBrief.noun(found.first()) + " and " + EffectInBrief.noun(found.second()),
                    found.lag() == 0 ? "the same day" : EffectInBrief.noun(found.second()) + " the day after",
                    (found.rho() > 0 ? "together, " : "against each other, ") + decimals(found.rho()),
                    found.days(),
                    found.pAdjusted() * IN_A_HUNDRED < 1
                            ? "fewer than 1 in 100"
                            : "up to " + Math.round(found.pAdjusted() * IN_A_HUNDRED) + " in 100");
        }
    }

    static SummaryView of(Conclusion concluded, CompletionSummary summary, SummaryDetails details, String footer) {
        var lived = concluded.lived();
        return new SummaryView(
                details.sentences(),
                figures(summary, details),
                SummaryCharts.adherence(lived),
                SummaryCharts.mood(lived, details, summary.moodTrend()),
                details.effect() == null ? null : SummaryCharts.effect(details.effect()),
                effectWords(lived.period().outcome().wire(), details),
                details.correlations().stream().map(Together::of).toList(),
                footer);
    }

    private static List<Figure> figures(CompletionSummary summary, SummaryDetails details) {
        var days = Numbers.days(details.totalDays());
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                Numbers.percent(summary.adherenceRate()) + " %",
                "",
                "of the plan done over " + days + ", days not checked in counted as zero"));
        figures.add(new Figure(Integer.toString(details.trackedDays()), "of " + days, "checked in"));
        if (details.avgCompletion() != null) {
            figures.add(new Figure(
                    Numbers.percent(details.avgCompletion()) + " %",
                    "",
                    "of the plan done on the " + Numbers.days(details.trackedDays()) + " you checked in"));
        }
        figures.add(new Figure(Integer.toString(details.missedDays()), "of " + days, "not checked in"));
        figures.add(new Figure(
                Integer.toString(details.longestStreak()), "of " + days, "checked in in a row, at the longest"));
        figures.add(new Figure(Integer.toString(details.currentStreak()), "of " + days, "in a row at the end"));
        if (summary.averageMood() != null) {
            figures.add(new Figure(
                    summary.averageMood().setScale(1, RoundingMode.HALF_UP).toPlainString(),
                    "of 5",
                    "mood on average"));
        }
        return List.copyOf(figures);
    }

    private static List<String> effectWords(String outcome, SummaryDetails details) {
        var effect = details.effect();
        return effect == null ? missing(EffectInBrief.noun(outcome), details.missingEffect()) : estimated(effect);
    }

    private static List<String> estimated(Effect effect) {
        var words = new ArrayList<String>();
        var days = effect.phaseDays();
        words.add("Recorded on " + days.baselineRecorded() + " of " + Numbers.days(days.baselineDays()) + " before and "
                + days.periodRecorded() + " of " + Numbers.days(days.periodDays()) + " during the period.");
        words.add(
                switch (effect.method()) {
                    case SHRINKAGE ->
                        "The averages before and during differ by " + decimals(effect.d())
                                + "; with so few days part of"
                                + " that is chance, so the estimate is pulled towards zero.";
                    case SEGMENTED_REGRESSION ->
                        "The averages before and during differ by " + decimals(effect.d()) + "; the estimate takes the"
                                + " trend that was there before into account, and is pulled towards zero.";
                });
        if (effect.confounded()) {
            words.add("Another intervention began within three days of this one: the two cannot be told apart.");
        }
        words.add("One comparison of before and after cannot tell the intervention from season, habit or hope. People"
                + " begin when they feel worst, and often feel better for that alone.");
        return List.copyOf(words);
    }

    private static List<String> missing(String noun, @Nullable MissingEffect missing) {
        var words = new ArrayList<String>();
        words.add("Not enough data yet to say whether your " + noun + " changed.");
        if (missing != null) {
            var days = missing.phaseDays();
            if (days != null) {
                words.add("It was recorded on " + days.baselineRecorded() + " of " + Numbers.days(days.baselineDays())
                        + " before and " + days.periodRecorded() + " of " + Numbers.days(days.periodDays())
                        + " during the period.");
            }
            words.add(
                    switch (missing.reason()) {
                        case NOT_RECORDED ->
                            "Nothing was recorded of it. Noted on most days for a week before the next start, and during"
                                    + " it, there will be something to compare.";
                        case TOO_FEW_DAYS ->
                            "It takes at least 7 days, and 60 % of the days, both before and during. Noting it on most"
                                    + " days for a week before the next start gives you an answer next time.";
                        case TOO_FEW_VALUES ->
                            "Its values were almost always the same, so a change could not be told from chance.";
                    });
        }
        return List.copyOf(words);
    }

    /** What completing set off; only handlers a person knows the work of. */
    public record Aftermath(String words, boolean done) {
        static List<Aftermath> of(List<HandlerResult> results) {
            return results.stream()
                    .filter(result -> KNOWN.contains(result.handler()))
                    .map(result -> new Aftermath(words(result), result.success()))
                    .toList();
        }

        private static final List<String> KNOWN =
                List.of("complete_related_habits", "generate_completion_summary", "send_completion_notification");

        private static String words(HandlerResult result) {
            return switch (result.handler()) {
                case "complete_related_habits" ->
                    result.success() ? "Its habits are completed." : "Its habits are still being completed.";
                case "generate_completion_summary" ->
                    result.success() ? "Its summary is written." : "Its summary is still being written.";
                default ->
                    result.success()
                            ? "A message lies in your inbox."
                            : "The message for your inbox is still being written.";
            };
        }
    }

    private static String decimals(double value) {
        return Numbers.decimals(BigDecimal.valueOf(value));
    }
}
