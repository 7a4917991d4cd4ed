package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's check-in for one day of a period.
 *
 * @param habits habit id to done or not; a habit that is missing was not done
 * @param completion 0 to 100 percent of what was due that day
 * @param mood 1 (bad) to 5 (good)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DailyProgress(
        LocalDate day,
        Map<UUID, Boolean> habits,
        int completion,
        @Nullable Integer mood,
        @Nullable String note) {}
