package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.interventions.LivedDay.State;
import dev.trellis.tracking.Habit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which days a period has, what became of each, and how often its habits were done. */
class DaysLivedTest {
    /** A Monday. */
    private static final LocalDate START = LocalDate.parse("2026-11-16");

    private static final UUID ID = UUID.randomUUID();
    private static final Habit DAILY = new Habit(UUID.randomUUID(), "Dim lights", Habit.Status.ACTIVE, ID, null);
    private static final Habit MONDAYS = new Habit(UUID.randomUUID(), "Swim", Habit.Status.ACTIVE, ID, List.of(0));

    @Test
    void aDayIsAllPartlyOrNotDoneOrWasNotCheckedIn() {
        var lived = lived(PeriodStatus.ACTIVE, null, List.of(), day(0, 100), day(1, 40), day(2, 0));

        assertThat(lived.days().stream().map(LivedDay::state))
                .startsWith(State.DONE, State.PARTLY, State.NOTHING, State.NOT_RECORDED)
                .endsWith(State.OPEN);
        assertThat(lived.total()).isEqualTo(14);
        assertThat(lived.recorded()).isEqualTo(3);
        assertThat(lived.over()).isEqualTo(4);
    }

    @Test
    void yesterdayIsStillOpenWhileThePeriodGoesOn() {
        assertThat(stateOf(lived(PeriodStatus.ACTIVE, null, List.of()), 4)).isEqualTo(State.OPEN);
        assertThat(stateOf(lived(PeriodStatus.COMPLETED, START.plusDays(5), List.of()), 4))
                .isEqualTo(State.NOT_RECORDED);
    }

    @Test
    void aPauseThatGoesOnMovesTheEndAsIfItEndedTomorrow() {
        var lived = lived(PeriodStatus.PAUSED, null, List.of(pause(3, null)), day(0, 100));

        assertThat(lived.pausedOn()).isEqualTo(START.plusDays(3));
        assertThat(lived.count(State.PAUSED)).isEqualTo(3);
        assertThat(lived.total()).isEqualTo(14);
        assertThat(lived.lastDay()).isEqualTo(START.plusDays(16));
    }

    @Test
    void aPauseThatBeginsTomorrowIsShown() {
        assertThat(stateOf(lived(PeriodStatus.PAUSED, null, List.of(pause(6, null)), day(5, 100)), 6))
                .isEqualTo(State.PAUSED);
    }

    @Test
    void aPauseOfTwentyYearsIsShownAsFarAsPeriodsReach() {
        var today = START.plusYears(20);
        var lived =
                DaysLived.of(period(PeriodStatus.PAUSED, null), List.of(pause(3, null)), List.of(), List.of(), today);

        assertThat(lived.total()).isEqualTo(14);
    }

    @Test
    void whatWasStoppedEndsWithItsLastDayPausedOrNot() {
        var lived = lived(PeriodStatus.ABANDONED, START.plusDays(5), List.of(pause(3, null)), day(0, 100));

        assertThat(lived.lastDay()).isEqualTo(START.plusDays(5));
        assertThat(lived.total()).isEqualTo(3);
        assertThat(lived.pausedOn()).isNull();
    }

    @Test
    void aHabitCountsOnTheDaysItWasDueAndThoseItWasDoneAllTheSame() {
        var onTuesday = new DailyProgress(START.plusDays(1), Map.of(MONDAYS.id(), true), 50, null, null);
        var lived = lived(PeriodStatus.ACTIVE, null, List.of(), day(0, 50), onTuesday);

        // Monday to Thursday are over: the daily one was due on all four, the other one on Monday.
        assertThat(lived.habits()).containsExactly(new LivedHabit(DAILY, 1, 4), new LivedHabit(MONDAYS, 1, 2));
    }

    private static State stateOf(LivedPeriod lived, int index) {
        return lived.days().get(index).state();
    }

    /** As it stands on the Saturday of the first week. */
    private static LivedPeriod lived(
            PeriodStatus status, @Nullable LocalDate ended, List<PeriodStore.Pause> pauses, DailyProgress... checkIns) {
        return DaysLived.of(
                period(status, ended), pauses, List.of(checkIns), List.of(DAILY, MONDAYS), START.plusDays(5));
    }

    private static DailyProgress day(int index, int completion) {
        return new DailyProgress(START.plusDays(index), Map.of(DAILY.id(), completion > 0), completion, 3, null);
    }

    private static PeriodStore.Pause pause(int from, @Nullable LocalDate resumedOn) {
        return new PeriodStore.Pause(ID, START.plusDays(from), resumedOn);
    }

    private static InterventionPeriod period(PeriodStatus status, @Nullable LocalDate ended) {
        var now = Instant.parse("2026-11-21T12:00:00Z");
        return new InterventionPeriod(
                ID,
                null,
                null,
                5,
                "Wind-down",
                "sleep",
                List.of(),
                START,
                START.plusDays(14),
                ended,
                null,
                14,
                status,
                false,
                null,
                Outcome.MOOD,
                null,
                now,
                now);
    }
}
