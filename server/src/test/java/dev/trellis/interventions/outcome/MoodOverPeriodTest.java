package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.mood;
import static dev.trellis.interventions.outcome.Given.moods;
import static dev.trellis.interventions.outcome.Given.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.vectors.WorkedExamples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoodOverPeriodTest {

    static Stream<WorkedExamples> vectors() {
        return WorkedExamples.of("mood_trend");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesTheDomainsTrends(WorkedExamples example) {
        var records = new ArrayList<DailyRecord>();
        var in = example.inputs();
        for (int i = 0; i < in.get("days").size(); i++) {
            records.add(mood(
                    in.get("days").get(i).intValue(), in.get("moods").get(i).intValue()));
        }
        var mood = MoodOverPeriod.of(new TrackedDays(period(in.get("total").intValue()), records));
        var expected = example.expected();
        assertThat(mood.average()).isEqualTo(new BigDecimal(expected.get("avg").textValue()));
        if (expected.get("trend").isNull()) {
            assertThat(mood.trend()).isNull();
            assertThat(mood.difference()).isNull();
            assertThat(mood.reason()).isEqualTo(MoodTrendReason.INSUFFICIENT_DATA);
        } else {
            assertThat(mood.trend())
                    .isNotNull()
                    .extracting(MoodTrend::wire)
                    .isEqualTo(expected.get("trend").textValue());
            assertThat(mood.difference()).isCloseTo(expected.get("diff").doubleValue(), within(example.tolerance()));
            assertThat(mood.reason()).isNull();
        }
    }

    @Test
    void theMiddleDayBelongsToTheFirstHalf() {
        var mood = of(9, moods(1, 1, 1, 1, 5, 2, 2, 2, 2));
        assertThat(mood.firstHalfDays()).isEqualTo(5);
        assertThat(mood.secondHalfDays()).isEqualTo(4);
        assertThat(mood.firstHalf()).isEqualTo(new BigDecimal("1.80"));
        assertThat(mood.secondHalf()).isEqualTo(new BigDecimal("2.00"));
    }

    @Test
    void aDifferenceOfExactlyTheThresholdCounts() {
        var rising = new int[20];
        var falling = new int[20];
        for (int i = 0; i < 20; i++) {
            rising[i] = i >= 17 ? 4 : 3;
            falling[i] = i >= 17 ? 2 : 3;
        }
        assertThat(of(20, moods(rising)).trend()).isEqualTo(MoodTrend.IMPROVED);
        assertThat(of(20, moods(falling)).trend()).isEqualTo(MoodTrend.DECLINED);
    }

    @Test
    void oneMoodForeverIsStableNotUnknown() {
        assertThat(of(14, moods(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3)).trend())
                .isEqualTo(MoodTrend.STABLE);
    }

    @Test
    void fourMoodDaysInEachHalfAreNeeded() {
        assertThat(of(8, moods(3, 3, 3, 3, 4, 4, 4, 4)).trend()).isEqualTo(MoodTrend.IMPROVED);
        assertThat(of(7, moods(3, 3, 3, 3, 4, 4, 4)).trend()).isNull();
    }

    @Test
    void withoutAnyMoodThereIsNeitherAverageNorTrend() {
        var mood = of(14, List.of());
        assertThat(mood.average()).isNull();
        assertThat(mood.firstHalf()).isNull();
        assertThat(mood.trend()).isNull();
        assertThat(mood.reason()).isEqualTo(MoodTrendReason.INSUFFICIENT_DATA);
    }

    @Test
    void severalMoodsOfOneDateWeighAsOneDay() {
        assertThat(of(2, List.of(mood(0, 1), mood(0, 2), mood(1, 5))).average()).isEqualTo(new BigDecimal("3.25"));
    }

    @Test
    void thirdsOfAMoodThatAddUpToATieAreRoundedUp() {
        var records = new ArrayList<DailyRecord>();
        for (int day = 0; day < 3; day++) {
            records.addAll(List.of(mood(day, 3), mood(day, 3), mood(day, 4)));
        }
        for (int day = 3; day < 8; day++) {
            records.add(mood(day, 3));
        }
        assertThat(of(8, records).average()).isEqualTo(new BigDecimal("3.13"));
    }

    @Test
    void refusesAMoodOffTheScale() {
        assertThatIllegalArgumentException().isThrownBy(() -> mood(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> mood(0, 6));
    }

    @Property
    void turningTheScaleAroundTurnsTheTrendAround(
            @ForAll @Size(min = 8, max = 30) List<@IntRange(min = 1, max = 5) Integer> moods) {
        var there = of(moods.size(), moods(ints(moods)));
        var back = of(moods.size(), moods(ints(moods.stream().map(m -> 6 - m).toList())));
        if (there.trend() == null) {
            assertThat(back.trend()).isNull();
        } else {
            assertThat(back.trend())
                    .isEqualTo(
                            switch (there.trend()) {
                                case IMPROVED -> MoodTrend.DECLINED;
                                case DECLINED -> MoodTrend.IMPROVED;
                                case STABLE -> MoodTrend.STABLE;
                            });
        }
    }

    @Property
    void theTrendDoesNotDependOnTheOrderWithinAHalf(
            @ForAll @Size(min = 4, max = 12) List<@IntRange(min = 1, max = 5) Integer> half) {
        var forward = new ArrayList<>(half);
        forward.addAll(half.reversed());
        var backward = new ArrayList<>(half.reversed());
        backward.addAll(half);
        var one = of(forward.size(), moods(ints(forward)));
        assertThat(of(forward.size(), moods(ints(backward)))).isEqualTo(one);
        assertThat(one.trend()).isEqualTo(MoodTrend.STABLE);
    }

    private static MoodOverPeriod of(int total, List<DailyRecord> records) {
        return MoodOverPeriod.of(new TrackedDays(period(total), records));
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
