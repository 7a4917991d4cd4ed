package dev.trellis.interventions;

import dev.trellis.tracking.Habit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How much of a day was done, 0 to 100 percent. */
final class DayCompletion {
    private static final int FULL = 100;

    private DayCompletion() {}

    /**
     * The share of habits done among those due that day. One done on a day it was not due counts as due, so a session
     * moved from Tuesday to Wednesday is worth something; a day with nothing due is complete. Rounded half up.
     */
    static int of(List<Habit> habits, Map<UUID, Boolean> done, LocalDate day) {
        var expected = 0;
        var achieved = 0;
        for (var habit : habits) {
            var isDone = done.getOrDefault(habit.id(), false);
            expected += isDone || habit.isDueOn(day) ? 1 : 0;
            achieved += isDone ? 1 : 0;
        }
        return expected == 0 ? FULL : (2 * FULL * achieved + expected) / (2 * expected);
    }
}
