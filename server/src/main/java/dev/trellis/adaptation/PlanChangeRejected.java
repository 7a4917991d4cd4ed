package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A proposed change of the plan was declined, or a newer one took its place. */
@EventType("plan_change.rejected")
public record PlanChangeRejected(
        UUID userId, @JsonProperty("plan_change_id") UUID subjectId, String kind, boolean superseded)
        implements DomainEvent {}
