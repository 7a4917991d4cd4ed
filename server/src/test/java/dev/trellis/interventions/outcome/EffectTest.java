package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.START;
import static dev.trellis.interventions.outcome.Given.day;
import static dev.trellis.interventions.outcome.Given.facts;
import static dev.trellis.interventions.outcome.Given.numbers;
import static dev.trellis.interventions.outcome.Given.outcome;
import static dev.trellis.interventions.outcome.Given.period;
import static dev.trellis.interventions.outcome.Given.repeated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.vectors.WorkedExamples;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectTest {
    private static final double[] WEEK = {3, 4, 2, 5, 3, 4, 3};

    static Stream<WorkedExamples> vectors() {
        return WorkedExamples.of("bayes_effect");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesTheDomainsEffects(WorkedExamples example) {
        var pre = doubles(example.inputs().get("pre"));
        var post = doubles(example.inputs().get("post"));
        var found = ShrunkenDifference.between(
                        DailyValues.consecutive(START.minusDays(pre.length), pre), DailyValues.consecutive(START, post))
                .orElseThrow();
        var effect = estimated(facts("mood", Benefit.HIGHER, pre, post)).effect();
        var given = new HashMap<String, Double>();
        given.put("diff", effect.d());
        given.put("sp", found.pooledSd());
        given.put("r", found.autocorrelation());
        given.put("n1", ShrunkenDifference.effectiveDays(pre.length, found.autocorrelation()));
        given.put("n2", ShrunkenDifference.effectiveDays(post.length, found.autocorrelation()));
        given.put("se", found.standardError());
        given.put("tau", found.priorSd());
        given.put("post_mean", effect.m());
        given.put("post_sd", found.posterior().sd());
        given.put("lo", effect.lo());
        given.put("hi", effect.hi());
        given.put("p_gt0", effect.p());
        assertThat(example.expected().propertyStream())
                .isNotEmpty()
                .allSatisfy(expected -> assertThat(given.get(expected.getKey()))
                        .as(expected.getKey())
                        .isCloseTo(expected.getValue().doubleValue(), within(example.tolerance())));
    }

    @ParameterizedTest(name = "E7.5d: {0} days, r = {1}")
    @CsvSource({"14, 0.3, 7.5385", "28, 0.6, 7.0", "14, -0.2, 14", "14, 0.99, 2"})
    void autocorrelatedDaysAreWorthLess(int days, double r, double effective) {
        assertThat(ShrunkenDifference.effectiveDays(days, r)).isCloseTo(effective, within(1e-4));
    }

    @Test
    void fiveDaysEachAreTooFew() {
        var answer = EffectAnswer.of(facts("mood", Benefit.HIGHER, numbers(3, 4, 2, 5, 3), numbers(3, 4, 2, 5, 3)));
        assertThat(answer).isInstanceOf(EffectAnswer.TooFewDays.class);
    }

    @Test
    void sevenDaysEachAreEnoughAndSixAreNot() {
        assertThat(EffectAnswer.of(facts("mood", Benefit.HIGHER, WEEK, WEEK)))
                .isInstanceOf(EffectAnswer.Estimated.class);
        assertThat(EffectAnswer.of(facts("mood", Benefit.HIGHER, Arrays.copyOf(WEEK, 6), WEEK)))
                .isInstanceOf(EffectAnswer.TooFewDays.class);
        assertThat(EffectAnswer.of(facts("mood", Benefit.HIGHER, WEEK, Arrays.copyOf(WEEK, 6))))
                .isInstanceOf(EffectAnswer.TooFewDays.class);
    }

    @Test
    void sixtyPercentOfTheDaysOfEachPhaseMustBeRecorded() {
        var nineOfFifteen = repeated(9, WEEK);
        var planned = outcome("mood", Benefit.HIGHER, nineOfFifteen, nineOfFifteen);
        assertThat(EffectAnswer.of(facts(period(15), planned))).isInstanceOf(EffectAnswer.Estimated.class);
        assertThat(EffectAnswer.of(facts(period(16), planned))).isInstanceOf(EffectAnswer.TooFewDays.class);
        assertThat(EffectAnswer.of(facts(period(15), since(planned, START.minusDays(15)))))
                .isInstanceOf(EffectAnswer.Estimated.class);
        assertThat(EffectAnswer.of(facts(period(15), since(planned, START.minusDays(16)))))
                .isInstanceOf(EffectAnswer.TooFewDays.class);
    }

    @Test
    void valuesOutsideTheirPhaseAndOnPausedDaysAreLeftOut() {
        var planned = outcome("mood", Benefit.HIGHER, repeated(20, WEEK), repeated(20, WEEK));
        var fortnight = since(planned, START.minusDays(14));
        var days = new PeriodDays(START, day(14), null, List.of(new DayRange(day(2), day(5))));
        assertThat(estimated(facts(days, fortnight)).effect().phaseDays()).isEqualTo(new PhaseDays(14, 14, 11, 11));
    }

    @Test
    void aBaselineThatBeginsAfterTheStartIsNoBaseline() {
        var planned = since(outcome("mood", Benefit.HIGHER, WEEK, WEEK), day(3));
        assertThat(EffectAnswer.of(facts(period(7), planned)))
                .isEqualTo(new EffectAnswer.TooFewDays(planned, new PhaseDays(0, 0, 7, 7)));
    }

    @Test
    void withoutSpreadNothingIsEstimatedHoweverLargeTheStep() {
        assertThat(EffectAnswer.of(facts("mood", Benefit.HIGHER, repeated(14, 2), repeated(14, 5))))
                .isInstanceOf(EffectAnswer.TooFewValues.class);
        assertThat(ShrunkenDifference.between(
                        DailyValues.consecutive(START.minusDays(7), repeated(7, 2)),
                        DailyValues.consecutive(START, repeated(7, 5))))
                .isEmpty();
    }

    @Test
    void noiseOfBinaryFractionsIsNoSpread() {
        var almost = numbers(0.3, 0.1 + 0.2, 0.3, 0.3 - 1e-16, 0.3, 0.3, 0.3);
        assertThat(EffectAnswer.of(facts("sleep_h", Benefit.HIGHER, almost, repeated(7, 0.7, Math.nextUp(0.7)))))
                .isInstanceOf(EffectAnswer.TooFewValues.class);
    }

    @Test
    void threeDistinctValuesAreNeeded() {
        assertThat(EffectAnswer.of(facts("mood", Benefit.HIGHER, repeated(8, 2, 3), repeated(8, 3, 2))))
                .isInstanceOf(EffectAnswer.TooFewValues.class);
        assertThat(EffectAnswer.of(facts("mood", Benefit.HIGHER, repeated(8, 2, 3), repeated(8, 3, 4))))
                .isInstanceOf(EffectAnswer.Estimated.class);
    }

    @Test
    void oneConstantPhaseLetsTheOtherSpeak() {
        var effect =
                estimated(facts("mood", Benefit.HIGHER, repeated(7, 3), WEEK)).effect();
        assertThat(List.of(effect.m(), effect.lo(), effect.hi(), effect.p())).allMatch(Double::isFinite);
    }

    @Test
    void anotherInterventionStartedNearbyLabelsTheEffectConfounded() {
        var planned = new PlannedOutcome(
                "mood",
                Benefit.HIGHER,
                START.minusDays(7),
                DailyValues.consecutive(START.minusDays(7), WEEK),
                DailyValues.consecutive(START, WEEK),
                true);
        assertThat(estimated(facts(period(7), planned)).effect().confounded()).isTrue();
    }

    @Test
    void aWeightOutcomeIsNotShownToPeopleFlaggedForAnEatingDisorder() {
        var weights = repeated(7, 80.1, 80.3, 79.9);
        var planned = outcome("weight_kg", Benefit.LOWER, weights, weights);
        var flagged = new PeriodFacts(period(7), List.of(), true, false, false, planned, List.of(), true);
        assertThat(EffectAnswer.of(flagged)).isInstanceOf(EffectAnswer.NotAsked.class);
        assertThat(EffectAnswer.of(facts(period(7), planned))).isInstanceOf(EffectAnswer.Estimated.class);
    }

    @Test
    void longSeriesAreJudgedByTheSegmentedRegression() {
        var three = repeated(21, WEEK);
        var effect = estimated(facts("mood", Benefit.HIGHER, three, three)).effect();
        assertThat(effect.method()).isEqualTo(Effect.Method.SEGMENTED_REGRESSION);
        assertThat(effect.segments()).isNotNull();
        assertThat(estimated(facts("mood", Benefit.HIGHER, repeated(20, WEEK), three))
                        .effect()
                        .method())
                .isEqualTo(Effect.Method.SHRINKAGE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e13, -1e300})
    void refusesValuesThatAreNoMeasure(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> DailyValues.consecutive(START, value));
        var byDay = new HashMap<LocalDate, Double>();
        byDay.put(START, value);
        assertThatIllegalArgumentException().isThrownBy(() -> DailyValues.of(byDay));
    }

    @Test
    void refusesAnOutcomeWithoutAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> outcome(" ", Benefit.HIGHER, WEEK, WEEK));
        assertThatIllegalArgumentException().isThrownBy(() -> outcome("x".repeat(101), Benefit.HIGHER, WEEK, WEEK));
    }

    @Test
    void missingDaysBreakThePairsOfTheAutocorrelation() {
        var alternateDays = new HashMap<LocalDate, Double>();
        for (int i = 0; i < 14; i += 2) {
            alternateDays.put(day(i), (double) i);
        }
        assertThat(DailyValues.of(alternateDays).lagOneAutocorrelation()).isZero();
    }

    @Property
    void theEffectIsTheDifferencePulledTowardsZero(
            @ForAll @Size(min = 7, max = 20) List<@DoubleRange(min = -50, max = 50) Double> preValues,
            @ForAll @Size(min = 7, max = 20) List<@DoubleRange(min = -50, max = 50) Double> postValues) {
        var pre = Given.numbers(preValues);
        var post = Given.numbers(postValues);
        if (!(EffectAnswer.of(facts("stress", Benefit.LOWER, pre, post)) instanceof EffectAnswer.Estimated estimated)) {
            return;
        }
        var effect = estimated.effect();
        assertThat(Math.abs(effect.m())).isLessThanOrEqualTo(Math.abs(effect.d()));
        assertThat(effect.m() * effect.d()).isGreaterThanOrEqualTo(0);
        assertThat(effect.m()).isBetween(effect.lo(), effect.hi());
        assertThat(effect.p()).isBetween(0.0, 1.0);
        if (Math.abs(effect.d()) > 1e-9) {
            assertThat(effect.p() >= 0.5).isEqualTo(effect.d() <= 0);
        }
        var opposite = estimated(facts("stress", Benefit.HIGHER, pre, post)).effect();
        assertThat(opposite.m()).isEqualTo(effect.m());
        assertThat(opposite.p() + effect.p()).isCloseTo(1, within(1e-9));
    }

    @Property
    void theUnitOfMeasureDoesNotChangeTheVerdict(
            @ForAll @Size(min = 7, max = 20) List<@DoubleRange(min = 0, max = 10) Double> preValues,
            @ForAll @Size(min = 7, max = 20) List<@DoubleRange(min = 0, max = 10) Double> postValues) {
        var pre = Given.numbers(preValues);
        var post = Given.numbers(postValues);
        var inHours = EffectAnswer.of(facts("sleep_h", Benefit.HIGHER, pre, post));
        var inMinutes = EffectAnswer.of(facts("sleep_h", Benefit.HIGHER, times60(pre), times60(post)));
        if (inHours instanceof EffectAnswer.Estimated hours && inMinutes instanceof EffectAnswer.Estimated minutes) {
            assertThat(minutes.effect().p()).isCloseTo(hours.effect().p(), within(1e-6));
            assertThat(minutes.effect().m()).isCloseTo(60 * hours.effect().m(), within(1e-6));
        } else {
            assertThat(inMinutes).hasSameClassAs(inHours);
        }
    }

    static EffectAnswer.Estimated estimated(PeriodFacts facts) {
        return (EffectAnswer.Estimated) EffectAnswer.of(facts);
    }

    private static PlannedOutcome since(PlannedOutcome planned, LocalDate baselineFrom) {
        return new PlannedOutcome(
                planned.name(), planned.benefit(), baselineFrom, planned.baseline(), planned.during(), false);
    }

    private static double[] times60(double[] hours) {
        return DoubleStream.of(hours).map(hour -> 60 * hour).toArray();
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
