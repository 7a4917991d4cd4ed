package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A period stands still from this day on. */
@EventType("intervention.paused")
public record InterventionPaused(
        UUID userId, @JsonProperty("period_id") UUID subjectId, LocalDate pausedOn) implements DomainEvent {}
