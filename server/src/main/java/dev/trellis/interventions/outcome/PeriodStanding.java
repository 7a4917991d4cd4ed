package dev.trellis.interventions.outcome;

import java.time.LocalDate;
import java.util.List;

/**
 * How far somebody is in a period that goes on. Paused days do not count, and today counts as soon as it is checked in.
 *
 * @param day the number of today, or of the last day when it is over, among the days that count; from 1
 * @param checkedIn on how many days they checked in
 * @param passed out of how many; 0 on the first day before the check-in
 * @param inARow how many of these without a gap up to now; the latest day is no gap while it can still be written
 * @param yesterday what became of the day before today
 */
public record PeriodStanding(int day, int checkedIn, int passed, int inARow, Yesterday yesterday) {
    /** What became of a day that may still be written. */
    public enum Yesterday {
        /** It is no day of the period, or was paused. */
        DOES_NOT_COUNT,
        MISSING,
        CHECKED_IN
    }

    /** Where somebody stands on this day; {@code days} reach until then at most. */
    public static PeriodStanding of(PeriodDays days, List<DailyRecord> records, LocalDate today) {
        if (!days.hasCountedDays()) {
            return new PeriodStanding(0, 0, 0, 0, Yesterday.DOES_NOT_COUNT);
        }
        var tracked = new TrackedDays(days, records);
        var todayOpen = is(days, tracked, today) == Yesterday.MISSING;
        var lastDayOver = today.isAfter(days.lastDay().plusDays(1));
        return new PeriodStanding(
                days.total(),
                tracked.tracked(),
                days.total() - (todayOpen ? 1 : 0),
                Streaks.of(tracked, lastDayOver).current(),
                is(days, tracked, today.minusDays(1)));
    }

    private static Yesterday is(PeriodDays days, TrackedDays tracked, LocalDate day) {
        var index = days.indexOf(day);
        if (index < 0) {
            return Yesterday.DOES_NOT_COUNT;
        }
        return tracked.isTracked(index) ? Yesterday.CHECKED_IN : Yesterday.MISSING;
    }
}
