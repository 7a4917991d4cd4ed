package dev.trellis.interventions.outcome;

import java.time.LocalDate;

/** Local dates from {@code from} to the day before {@code until}, such as a pause: the end is exclusive. */
public record DayRange(LocalDate from, LocalDate until) {

    /** Refuses a range that ends before it begins; an empty range is allowed (paused and resumed on one day). */
    public DayRange {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a range of days cannot end (" + until + ") before it begins (" + from + ")");
        }
    }
}
