package dev.trellis.interventions.outcome;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One check-in: how much of the day's habits was done and, if said, the mood.
 *
 * @param completion percent, 0 to 100
 * @param mood       1 (worst) to 5 (best), or null when not said
 */
public record DailyRecord(
        LocalDate day, double completion, @Nullable Integer mood) {

    /** Refuses a completion or a mood outside its scale, NaN included. */
    public DailyRecord {
        if (!(completion >= 0 && completion <= 100)) {
            throw new IllegalArgumentException("completion is 0 to 100 percent, not " + completion);
        }
        if (mood != null && (mood < 1 || mood > 5)) {
            throw new IllegalArgumentException("mood is 1 to 5, not " + mood);
        }
    }
}
