package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A day could be made different; the person is asked. */
@EventType("adjustment.proposed")
public record AdjustmentProposed(
        UUID userId, @JsonProperty("override_id") UUID subjectId, LocalDate date, String type, String explanation)
        implements DomainEvent {}
