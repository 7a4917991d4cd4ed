package dev.trellis.interventions.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Do a 30-minute aerobic session (3-5 days a week) | 30",
                "Walk briskly for 20-30 minutes | 30",
                "Walk 10 minutes within 30 minutes after a main meal | 10",
                "Practise 10 minutes (weeks 1-4) then 20 minutes (weeks 5-8) | 20",
                "Volunteer 2 hours a week | 18",
                "Stand or walk 2 minutes at least every 45 minutes | 2",
                "Five minutes of long-exhale breathing once a day | 5"
            })
    void readsTheMinutesAHabitTakes(String habit, int minutes) {
        assertThat(HabitMinutes.perDay(List.of(habit.strip()))).hasValue(minutes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Get out of bed within 10 minutes of the alarm",
                "Start the wind-down 30 minutes before bed",
                "Keep the agreed window in bed (at least 6 h)",
                "No naps longer than 20 minutes",
                "Eat two fruits"
            })
    void doesNotTakeAPointInTimeForADuration(String habit) {
        assertThat(HabitMinutes.perDay(List.of(habit.strip()))).isEqualTo(OptionalInt.empty());
    }

    @Test
    void addsTheHabitsOfADay() {
        assertThat(HabitMinutes.perDay(List.of("Walk 10 minutes", "Stretch for 5 minutes", "Smile")))
                .hasValue(15);
    }

    @Test
    void fewAnswersShrinkWhatOutcomesSay() {
        var wellAnswered = BetaPosterior.of(EvidenceGrade.C, outcomes(30, 40, 80, 40));
        var illAnswered = BetaPosterior.of(EvidenceGrade.C, outcomes(30, 40, 160, 40));
        assertThat(wellAnswered.alpha()).isCloseTo(9 + 30, within(1e-9));
        assertThat(illAnswered.alpha()).isCloseTo(9 + 30 * 0.25, within(1e-9));
        assertThat(illAnswered.beta()).isCloseTo(11 + 10 * 0.25, within(1e-9));
    }

    @Test
    void weightedAnswersReplaceTheShareButNotHowMuchIsKnown() {
        var posterior = BetaPosterior.of(EvidenceGrade.C, new Outcomes(30, 40, 40, 40, OptionalDouble.of(0.5)));
        assertThat(posterior.alpha()).isCloseTo(9 + 20, within(1e-9));
        assertThat(posterior.alpha() + posterior.beta()).isCloseTo(20 + 40, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 2", "0.1, 10", "0.01, 10"})
    void rareExposuresCountMoreUpToTen(double propensity, double weight) {
        assertThat(Propensity.weight(propensity)).isCloseTo(weight, within(1e-9));
    }

    @Test
    void aPropensityIsNeverZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Propensity.weight(0));
    }

    @Test
    void exposureIsEvenOrNot() {
        assertThat(Exposure.gini(List.of(5L, 5L, 5L, 5L))).isCloseTo(0, within(1e-9));
        assertThat(Exposure.gini(List.of(0L, 0L, 0L, 10L))).isCloseTo(0.75, within(1e-9));
        assertThat(Exposure.gini(List.of(1L, 2L, 3L, 4L))).isCloseTo(0.25, within(1e-9));
        assertThat(Exposure.gini(List.of())).isZero();
    }

    private static Outcomes outcomes(long helpful, long tries, long started, long answered) {
        return new Outcomes(helpful, tries, started, answered, OptionalDouble.empty());
    }
}
