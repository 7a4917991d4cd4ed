package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A person took a change of their plan back. */
@EventType("plan_change.undone")
public record PlanChangeUndone(
        UUID userId, @JsonProperty("plan_change_id") UUID subjectId, String kind, String sentence)
        implements DomainEvent {}
