package dev.trellis.nutrition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One correction of an entry. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoodAuditEntry(
        UUID id,
        UUID entryId,
        FoodEntry originalData,
        FoodEntry correctedData,
        @Nullable String correctionReason,
        Instant correctedAt) {}
