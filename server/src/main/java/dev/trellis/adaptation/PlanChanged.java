package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A person changed their plan by hand. */
@EventType("plan_change.made")
public record PlanChanged(
        UUID userId, @JsonProperty("plan_change_id") UUID subjectId, String kind, String sentence)
        implements DomainEvent {}
