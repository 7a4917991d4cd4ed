package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** The rest of the plan could be changed; the person is asked. */
@EventType("plan_change.proposed")
public record PlanChangeProposed(
        UUID userId, @JsonProperty("plan_change_id") UUID subjectId, String kind, String source, String sentence)
        implements DomainEvent {}
