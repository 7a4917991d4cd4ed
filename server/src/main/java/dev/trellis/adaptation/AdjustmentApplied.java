package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A day was made different, because the person agreed or had said that it may be.
 *
 * @param automatic without being asked
 * @param hold      because safety comes first
 */
@EventType("adjustment.applied")
public record AdjustmentApplied(
        UUID userId,
        @JsonProperty("override_id") UUID subjectId,
        LocalDate date,
        String type,
        boolean automatic,
        boolean hold,
        String explanation)
        implements DomainEvent {}
