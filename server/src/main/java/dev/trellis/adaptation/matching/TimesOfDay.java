package dev.trellis.adaptation.matching;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** How far apart two things are in time. */
final class TimesOfDay {
    private static final long DAY = 24 * 60;

    private TimesOfDay() {}

    /** On the clock, past midnight as well, in hours; null when either has no time. */
    static @Nullable Double hoursApart(@Nullable LocalTime one, @Nullable LocalTime other) {
        if (one == null || other == null) {
            return null;
        }
        long minutes = Math.abs(Duration.between(one, other).toMinutes());
        return Math.min(minutes, DAY - minutes) / 60.0;
    }

    /** On the calendar, in minutes; noon where there is no time. */
    static long minutesApart(
            LocalDate day, @Nullable LocalTime time, LocalDate otherDay, @Nullable LocalTime otherTime) {
        var one = day.atTime(time == null ? LocalTime.NOON : time);
        var other = otherDay.atTime(otherTime == null ? LocalTime.NOON : otherTime);
        return Math.abs(Duration.between(one, other).toMinutes());
    }
}
