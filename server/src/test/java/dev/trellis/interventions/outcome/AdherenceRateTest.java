package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.day;
import static dev.trellis.interventions.outcome.Given.done;
import static dev.trellis.interventions.outcome.Given.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trellis.vectors.WorkedExamples;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdherenceRateTest {

    static Stream<WorkedExamples> vectors() {
        return WorkedExamples.of("adherence_rate");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesTheDomainsRates(WorkedExamples example) {
        var in = example.inputs();
        var rate = AdherenceRate.of(
                in.get("tracked").intValue(),
                in.get("total").intValue(),
                in.get("avg").decimalValue());
        assertThat(rate).isEqualTo(new BigDecimal(example.expected().textValue()));
    }

    @Test
    void theHalfCentIsRoundedUpEvenWhereBinaryFractionsFallShort() {
        var records = List.of(done(0, 1.005), done(1, 1.005));
        assertThat(Summaries.of(PeriodFacts.of(period(2), records)).adherenceRate())
                .isEqualTo(new BigDecimal("1.01"));
    }

    @Test
    void isNotRoundedTwice() {
        var records = List.of(done(0, 80), done(1, 0.01), done(2, 0));
        var summary = Summaries.of(PeriodFacts.of(period(3), records));
        assertThat(summary.adherenceRate()).isEqualTo(new BigDecimal("26.67"));
        assertThat(AdherenceRate.of(2, 3, new BigDecimal("66.6674"))).isEqualTo(new BigDecimal("44.44"));
    }

    @Test
    void severalRecordsOfOneDateCountOnceWithTheHighestCompletion() {
        var summary = Summaries.of(PeriodFacts.of(period(2), List.of(done(0, 30), done(0, 70), done(0, 50))));
        assertThat(summary.adherenceRate()).isEqualTo(new BigDecimal("35.00"));
        assertThat(summary.details().trackedDays()).isEqualTo(1);
        assertThat(summary.details().missedDays()).isEqualTo(1);
        assertThat(summary.details().avgCompletion()).isEqualTo(new BigDecimal("70.00"));
    }

    @Test
    void aDayRecordedWithNothingDoneIsTrackedNotMissed() {
        var summary = Summaries.of(PeriodFacts.of(period(2), List.of(done(0, 0))));
        assertThat(summary.details().trackedDays()).isEqualTo(1);
        assertThat(summary.adherenceRate()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void noRecordGivesZeroAndNoAverage() {
        var summary = Summaries.of(PeriodFacts.of(period(14), List.of()));
        assertThat(summary.adherenceRate()).isEqualTo(new BigDecimal("0.00"));
        assertThat(summary.details().avgCompletion()).isNull();
        assertThat(summary.details().missedDays()).isEqualTo(14);
    }

    @Test
    void recordsOutsideThePeriodDoNotCount() {
        var summary = Summaries.of(PeriodFacts.of(period(2), List.of(done(-1, 100), done(2, 100))));
        assertThat(summary.adherenceRate()).isEqualTo(new BigDecimal("0.00"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 100.01, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesACompletionThatIsNoPercentage(double completion) {
        assertThatIllegalArgumentException().isThrownBy(() -> done(0, completion));
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> AdherenceRate.of(3, 2, BigDecimal.TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> AdherenceRate.of(-1, 2, BigDecimal.TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> AdherenceRate.of(0, 0, BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> AdherenceRate.of(2, 2, new BigDecimal("100.1")));
        assertThatIllegalArgumentException().isThrownBy(() -> AdherenceRate.of(2, 2, new BigDecimal("-1")));
    }

    @Provide
    Arbitrary<DailyRecord> records() {
        var completion = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(2)
                .map(BigDecimal::doubleValue);
        return Combinators.combine(
                        Arbitraries.integers().between(-2, 22),
                        completion,
                        Arbitraries.integers().between(1, 5).injectNull(0.3))
                .as((day, percent, mood) -> new DailyRecord(day(day), percent, mood));
    }

    @Property
    void isTheSumOfCompletionOverAllDaysWithinZeroAndAHundred(
            @ForAll("recordLists") List<DailyRecord> records, @ForAll @IntRange(min = 1, max = 20) int total) {
        var best = new HashMap<Integer, BigDecimal>();
        for (var daily : records) {
            int index = (int) (daily.day().toEpochDay() - day(0).toEpochDay());
            if (index >= 0 && index < total) {
                best.merge(index, new BigDecimal(Double.toString(daily.completion())), BigDecimal::max);
            }
        }
        var sum = best.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var expected = sum.divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_UP);
        var summary = Summaries.of(PeriodFacts.of(period(total), records));
        assertThat(summary.adherenceRate()).isEqualTo(expected).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(summary.details().trackedDays()).isEqualTo(best.size());
        assertThat(summary.details().missedDays()).isEqualTo(total - best.size());
    }

    @Property
    void theOrderOfTheRecordsDoesNotMatter(@ForAll("recordLists") List<DailyRecord> records, @ForAll long seed) {
        var shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Summaries.of(PeriodFacts.of(period(15), shuffled)))
                .isEqualTo(Summaries.of(PeriodFacts.of(period(15), records)));
    }

    @Provide
    Arbitrary<List<DailyRecord>> recordLists() {
        return records().list().ofMaxSize(40);
    }
}
