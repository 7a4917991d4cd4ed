package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A concrete daily action a person has taken on.
 *
 * @param scheduledDays the weekdays it is due, 0 is Monday; null means every day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Habit(
        UUID id,
        String name,
        Status status,
        @Nullable UUID interventionPeriodId,
        @Nullable List<Integer> scheduledDays) {
    /** Where a habit stands. */
    public enum Status {
        ACTIVE,
        PAUSED,
        COMPLETED,
        ABANDONED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** True when the habit is expected on this day. */
    public boolean isDueOn(LocalDate day) {
        return scheduledDays == null
                || scheduledDays.contains(day.getDayOfWeek().getValue() - 1);
    }
}
