package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A period goes on from this day; its exclusive end has moved by the paused days. */
@EventType("intervention.resumed")
public record InterventionResumed(
        UUID userId, @JsonProperty("period_id") UUID subjectId, LocalDate resumedOn, LocalDate endDate)
        implements DomainEvent {}
