package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A person submitted an intervention of their own for review. */
@EventType("intervention.submitted")
public record InterventionSubmitted(
        UUID userId, @JsonProperty("submission_id") UUID subjectId, int interventionId, String name)
        implements DomainEvent {}
