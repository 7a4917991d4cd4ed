package dev.trellis.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from one to another, both included; an end that is absent is open. */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Reads the query parameters {@code from} and {@code to}; the wrong way round is a problem that names one. */
    public static DayRange of(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid("/query/to", "to is the day of from or a later one.");
        }
        return new DayRange(from, to);
    }
}
