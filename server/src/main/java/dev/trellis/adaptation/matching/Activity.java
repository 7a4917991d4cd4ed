package dev.trellis.adaptation.matching;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was planned or as it was done; null where nothing is known.
 *
 * @param day     on the person's own calendar
 * @param time    of day at which it starts
 * @param zone    1 to 5, from heart rate, else from how hard it felt
 * @param sets    working sets by id of exercise, in strength sessions with a log
 */
public record Activity(
        UUID id,
        LocalDate day,
        @Nullable LocalTime time,
        ActivityType type,
        @Nullable Double minutes,
        @Nullable Double km,
        @Nullable Integer zone,
        Map<String, Integer> sets) {
    public Activity {
        sets = Map.copyOf(sets);
    }

    int totalSets() {
        return sets.values().stream().mapToInt(Integer::intValue).sum();
    }
}
