package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did.
 *
 * @param day the person's own day of its start, as it was when it was logged
 * @param rpe effort of the whole session, 0 (none) to 10 (all there is)
 * @param plannedSessionInstanceId the planned session it was matched to, when there is one
 * @param similarityScore how close it is to that session, 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Activity(
        UUID id,
        ActivityType type,
        Instant startedAt,
        LocalDate day,
        int durationS,
        @Nullable BigDecimal distanceM,
        @Nullable BigDecimal elevationGainM,
        @Nullable Integer rpe,
        @Nullable Integer averageHeartRate,
        @Nullable Integer maxHeartRate,
        @Nullable Integer energyKcal,
        @Nullable List<DoneExercise> exercises,
        @Nullable String notes,
        Source source,
        @Nullable UUID plannedSessionInstanceId,
        @Nullable BigDecimal similarityScore) {
    /** Where we have it from. */
    public enum Source {
        MANUAL,
        GPX,
        TCX;

        /** The name in the database and in JSON: lower case. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which activity, and nothing of what was done. */
    @Override
    public String toString() {
        return "Activity[" + id + "]";
    }
}
