package dev.trellis.interventions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** On which weekdays a habit of "so many times a week" is due (domain file 09: it counts on its scheduled days only). */
final class HabitSchedule {
    private static final int WEEK = 7;

    private HabitSchedule() {}

    /**
     * Weekdays (0 is Monday) spread evenly over the week, beginning with the weekday of the start; null, meaning every
     * day, when no number of times is given.
     */
    static @Nullable List<Integer> weekdays(@Nullable Integer timesPerWeek, LocalDate start) {
        if (timesPerWeek == null || timesPerWeek >= WEEK) {
            return null;
        }
        var first = start.getDayOfWeek().getValue() - 1;
        return IntStream.range(0, timesPerWeek)
                .map(turn -> (first + turn * WEEK / timesPerWeek) % WEEK)
                .sorted()
                .boxed()
                .toList();
    }
}
