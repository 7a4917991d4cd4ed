package dev.trellis.interventions;

import dev.trellis.interventions.LivedDay.State;
import dev.trellis.interventions.outcome.DayRange;
import dev.trellis.interventions.outcome.PeriodDays;
import dev.trellis.tracking.Habit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a period day by day, by the same rules of which days count as its summary (domain 07.1). */
final class DaysLived {
    private static final int FULL = 100;

    private final InterventionPeriod period;
    private final Map<LocalDate, DailyProgress> checkIns;
    private final LocalDate today;
    private final @Nullable LocalDate pausedOn;
    private final PeriodDays days;

    private DaysLived(
            InterventionPeriod period, List<PeriodStore.Pause> pauses, List<DailyProgress> checkIns, LocalDate today) {
        this.period = period;
        this.today = today;
        this.checkIns = checkIns.stream().collect(Collectors.toMap(DailyProgress::day, checkIn -> checkIn));
        this.pausedOn = pauses.stream()
                .filter(pause -> pause.resumedOn() == null)
                .map(PeriodStore.Pause::pausedOn)
                .findFirst()
                .orElse(null);
        this.days = period.isOpen() ? goingOn(pauses) : ended(pauses);
    }

    /** The period with its days and how often each habit was done. */
    static LivedPeriod of(
            InterventionPeriod period,
            List<PeriodStore.Pause> pauses,
            List<DailyProgress> checkIns,
            List<Habit> habits,
            LocalDate today) {
        var lived = new DaysLived(period, pauses, checkIns, today);
        var days = lived.days();
        return new LivedPeriod(
                period,
                days,
                habits.stream().map(habit -> lived.habit(habit, days)).toList(),
                period.status() == PeriodStatus.PAUSED ? lived.pausedOn : null);
    }

    /** The end has not moved yet for the pause that goes on: it is shown where it will be if that ends tomorrow. */
    private PeriodDays goingOn(List<PeriodStore.Pause> pauses) {
        if (pausedOn == null) {
            return new PeriodDays(period.startDate(), period.endDate(), null, ranges(pauses, today));
        }
        var furthest = pausedOn.plusDays(PeriodDays.LONGEST
                - period.startDate().datesUntil(period.endDate()).count());
        var latest = today.isAfter(pausedOn) ? today : pausedOn;
        var until = latest.isBefore(furthest) ? latest.plusDays(1) : furthest;
        var later = until.toEpochDay() - pausedOn.toEpochDay();
        return new PeriodDays(period.startDate(), period.endDate().plusDays(later), null, ranges(pauses, until));
    }

    private PeriodDays ended(List<PeriodStore.Pause> pauses) {
        return new PeriodDays(
                period.startDate(),
                period.endDate(),
                period.actualEndDate(),
                ranges(pauses, period.endDate().plusDays(1)));
    }

    private static List<DayRange> ranges(List<PeriodStore.Pause> pauses, LocalDate otherwiseUntil) {
        return pauses.stream()
                .map(pause -> {
                    var until = pause.resumedOn() == null ? otherwiseUntil : pause.resumedOn();
                    return new DayRange(pause.pausedOn(), until.isBefore(pause.pausedOn()) ? pause.pausedOn() : until);
                })
                .toList();
    }

    private List<LivedDay> days() {
        var lived = new ArrayList<LivedDay>();
        for (var day = days.startDate(); !day.isAfter(days.lastDay()); day = day.plusDays(1)) {
            var checkIn = days.indexOf(day) < 0 ? null : checkIns.get(day);
            lived.add(
                    checkIn == null
                            ? new LivedDay(day, without(day), null, null)
                            : new LivedDay(day, with(checkIn), checkIn.completion(), checkIn.mood()));
        }
        return List.copyOf(lived);
    }

    private static State with(DailyProgress checkIn) {
        if (checkIn.completion() == FULL) {
            return State.DONE;
        }
        return checkIn.completion() > 0 ? State.PARTLY : State.NOTHING;
    }

    /** Yesterday can still be checked in while the period goes on. */
    private State without(LocalDate day) {
        if (days.indexOf(day) < 0) {
            return State.PAUSED;
        }
        var firstOpen = period.status() == PeriodStatus.ACTIVE ? today.minusDays(1) : today;
        return period.isOpen() && !day.isBefore(firstOpen) ? State.OPEN : State.NOT_RECORDED;
    }

    private LivedHabit habit(Habit habit, List<LivedDay> lived) {
        var done = 0;
        var due = 0;
        for (var day : lived) {
            if (day.isOver()) {
                var isDone = day.isRecorded() && isDone(habit.id(), day.date());
                done += isDone ? 1 : 0;
                due += isDone || habit.isDueOn(day.date()) ? 1 : 0;
            }
        }
        return new LivedHabit(habit, done, due);
    }

    private boolean isDone(UUID habit, LocalDate day) {
        var checkIn = checkIns.get(day);
        return checkIn != null && checkIn.habits().getOrDefault(habit, false);
    }
}
