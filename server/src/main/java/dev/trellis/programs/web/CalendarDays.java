package dev.trellis.programs.web;

import dev.trellis.platform.DayRange;
import dev.trellis.platform.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The days that somebody wants to see of their calendar, both included. */
record CalendarDays(LocalDate from, LocalDate to) {
    private static final int USUAL_DAYS = 7;

    /**
     * Seven days where not both ends are given.
     *
     * @param most so many can be read at once
     * @param today the day that the person lives, where neither end is given
     */
    static CalendarDays of(@Nullable LocalDate from, @Nullable LocalDate to, int most, Supplier<LocalDate> today) {
        DayRange.of(from, to);
        LocalDate first;
        if (from != null) {
            first = from;
        } else {
            first = to != null ? to.minusDays(USUAL_DAYS - 1) : today.get();
        }
        var last = to != null ? to : first.plusDays(USUAL_DAYS - 1);
        if (ChronoUnit.DAYS.between(first, last) >= most) {
            throw ProblemException.invalid("/query/to", "At most " + most + " days can be read at once.");
        }
        return new CalendarDays(first, last);
    }
}
