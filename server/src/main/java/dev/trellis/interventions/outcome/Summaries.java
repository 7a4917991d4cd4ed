package dev.trellis.interventions.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Makes summaries of completed periods; the same facts always give the same summary. */
public final class Summaries {
    private Summaries() {}

    /** Summarises one period (domain file 07). Touches nothing but its argument, so batches may run it in parallel. */
    public static Summary of(PeriodFacts facts) {
        var days = new TrackedDays(facts.days(), facts.records());
        var completionSum = days.completionSum();
        var averageCompletion = days.tracked() == 0
                ? null
                : completionSum.divide(BigDecimal.valueOf(days.tracked()), 2, RoundingMode.HALF_UP);
        var adherence = AdherenceRate.of(completionSum, days.total());
        var mood = MoodOverPeriod.of(days);
        var streaks = Streaks.of(days, facts.lastDayOver());
        var answer = EffectAnswer.of(facts);
        var correlations = Correlations.of(facts, days);
        var sentences = Sentences.of(facts.days(), days, adherence, averageCompletion, mood, answer, correlations);
        var details = new SummaryDetails(
                days.tracked(),
                days.total(),
                days.total() - days.tracked(),
                streaks.current(),
                streaks.longest(),
                averageCompletion,
                mood.firstHalf(),
                mood.secondHalf(),
                mood.reason(),
                answer instanceof EffectAnswer.Estimated estimated ? estimated.effect() : null,
                answer.missing(),
                correlations,
                facts.autoCompleted(),
                facts.early(),
                sentences);
        return new Summary(adherence, mood.average(), mood.trend(), details);
    }
}
