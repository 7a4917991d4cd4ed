package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.tracking.Habit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On which days a weekly habit is due, and what a day is worth. */
class HabitScheduleTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

    @Property
    void aHabitIsDueAsOftenAWeekAsItSaysBeginningWithTheStart(
            @ForAll @IntRange(min = 1, max = 6) int times, @ForAll @IntRange(max = 6) int offset) {
        var start = MONDAY.plusDays(offset);

        var days = Objects.requireNonNull(HabitSchedule.weekdays(times, start));

        assertThat(days)
                .hasSize(times)
                .doesNotHaveDuplicates()
                .contains(start.getDayOfWeek().getValue() - 1);
    }

    @Property
    void neverTwoDaysInARowWhenThereIsRoom(
            @ForAll @IntRange(min = 2, max = 3) int times, @ForAll @IntRange(max = 6) int offset) {
        var days = Objects.requireNonNull(HabitSchedule.weekdays(times, MONDAY.plusDays(offset)));

        assertThat(IntStream.range(0, 7)
                        .filter(day -> days.contains(day) && days.contains((day + 1) % 7))
                        .count())
                .isZero();
    }

    @Test
    void withoutANumberItIsDueEveryDay() {
        assertThat(HabitSchedule.weekdays(null, MONDAY)).isNull();
    }

    @Test
    void onlyWhatIsDueCounts() {
        var daily = habit(null);
        var mondays = habit(List.of(0));

        assertThat(DayCompletion.of(List.of(daily, mondays), Map.of(daily.id(), true), MONDAY))
                .isEqualTo(50);
        assertThat(DayCompletion.of(List.of(daily, mondays), Map.of(daily.id(), true), MONDAY.plusDays(1)))
                .isEqualTo(100);
    }

    @Test
    void aSessionMovedToAnotherDayIsWorthSomething() {
        var daily = habit(null);
        var mondays = habit(List.of(0));

        assertThat(DayCompletion.of(List.of(daily, mondays), Map.of(mondays.id(), true), MONDAY.plusDays(1)))
                .isEqualTo(50);
    }

    @Test
    void aDayWithNothingDueIsComplete() {
        assertThat(DayCompletion.of(List.of(habit(List.of(0))), Map.of(), MONDAY.plusDays(1)))
                .isEqualTo(100);
    }

    @Test
    void sharesAreRoundedHalfUp() {
        var habits = IntStream.range(0, 8).mapToObj(number -> habit(null)).toList();

        assertThat(DayCompletion.of(habits, Map.of(habits.getFirst().id(), true), MONDAY))
                .isEqualTo(13);
    }

    private static Habit habit(@Nullable List<Integer> days) {
        return new Habit(UUID.randomUUID(), "a habit", Habit.Status.ACTIVE, UUID.randomUUID(), days);
    }
}
