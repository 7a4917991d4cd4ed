package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A reviewer decided on a submission; {@code userId} is its author. */
@EventType("intervention.reviewed")
public record InterventionReviewed(
        UUID userId,
        @JsonProperty("submission_id") UUID subjectId,
        int interventionId,
        String name,
        String status,
        String note)
        implements DomainEvent {}
