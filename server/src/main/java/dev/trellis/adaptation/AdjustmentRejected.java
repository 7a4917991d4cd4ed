package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A proposal for a day came to nothing.
 *
 * @param reason {@code declined}, {@code expired} or {@code superseded}
 */
@EventType("adjustment.rejected")
public record AdjustmentRejected(
        UUID userId, @JsonProperty("override_id") UUID subjectId, LocalDate date, String reason)
        implements DomainEvent {}
