package dev.trellis.interventions.outcome;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The answer to "did it help?", which often and rightly is that nobody can say. */
sealed interface EffectAnswer {

    /** No outcome was chosen before the start, or it may not be shown to this person. */
    record NotAsked() implements EffectAnswer {}

    /** The data rules of domain 07.5 are not met. */
    record TooFewDays(PlannedOutcome outcome, PhaseDays days) implements EffectAnswer {}

    /** The values hardly ever differ, so neither chance nor change can be told from them. */
    record TooFewValues(PlannedOutcome outcome, PhaseDays days) implements EffectAnswer {}

    /** There is an estimate. */
    record Estimated(PlannedOutcome outcome, Effect effect) implements EffectAnswer {}

    int NEEDED_DISTINCT_VALUES = 3;

    /** Why there is no estimate; null when there is one. */
    default @Nullable MissingEffect missing() {
        return switch (this) {
            case NotAsked() -> new MissingEffect(MissingEffect.Reason.NOT_RECORDED, null);
            case TooFewDays(var outcome, var days) -> new MissingEffect(MissingEffect.Reason.TOO_FEW_DAYS, days);
            case TooFewValues(var outcome, var days) -> new MissingEffect(MissingEffect.Reason.TOO_FEW_VALUES, days);
            case Estimated(var outcome, var effect) -> null;
        };
    }

    /** Estimates the effect on the planned outcome, if one was planned and its data allow. */
    static EffectAnswer of(PeriodFacts facts) {
        var outcome = facts.outcome();
        if (outcome == null || (facts.edFlagged() && DailySeries.speaksOfWeightOrEnergy(outcome.name()))) {
            return new NotAsked();
        }
        long first = outcome.baselineFrom().toEpochDay();
        long start = facts.days().startDate().toEpochDay();
        var baseline = outcome.baseline().where(day -> day >= first && day < start);
        var period = outcome.during().where(facts.days()::counts);
        int baselineDays = (int) Math.clamp(start - first, 0, Integer.MAX_VALUE);
        var days = new PhaseDays(
                baseline.size(), baselineDays, period.size(), facts.days().total());
        return days.suffice() ? fromEnoughDays(facts, outcome, baseline, period, days) : new TooFewDays(outcome, days);
    }

    private static EffectAnswer fromEnoughDays(
            PeriodFacts facts, PlannedOutcome outcome, DailyValues baseline, DailyValues period, PhaseDays days) {
        if (distinct(baseline, period) < NEEDED_DISTINCT_VALUES) {
            return new TooFewValues(outcome, days);
        }
        return ShrunkenDifference.between(baseline, period)
                .<EffectAnswer>map(difference ->
                        new Estimated(outcome, estimate(outcome, days, difference, segmented(baseline, period, facts))))
                .orElseGet(() -> new TooFewValues(outcome, days));
    }

    private static Effect estimate(
            PlannedOutcome outcome,
            PhaseDays days,
            ShrunkenDifference difference,
            @Nullable SegmentedRegression regression) {
        var posterior = regression == null
                ? difference.posterior()
                : ShrunkenDifference.Posterior.of(
                        regression.levelChange().estimate(),
                        Math.sqrt(regression.levelChangeVariance()),
                        difference.priorSd());
        return new Effect(
                outcome.name(),
                difference.difference(),
                posterior.mean(),
                posterior.low(),
                posterior.high(),
                posterior.chanceOf(outcome.benefit()),
                days,
                regression == null ? Effect.Method.SHRINKAGE : Effect.Method.SEGMENTED_REGRESSION,
                outcome.otherInterventionStartedWithin3Days(),
                regression == null ? null : regression.segments());
    }

    private static @Nullable SegmentedRegression segmented(
            DailyValues baseline, DailyValues period, PeriodFacts facts) {
        int shorter = Math.min(baseline.size(), period.size());
        return shorter < SegmentedRegression.NEEDED_PER_PHASE
                ? null
                : SegmentedRegression.of(baseline, period, facts.days().startDate());
    }

    private static long distinct(DailyValues baseline, DailyValues period) {
        return DoubleStream.concat(baseline.stream(), period.stream())
                .distinct()
                .count();
    }
}
