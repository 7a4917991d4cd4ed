package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/**
 * A proposed change of the plan was made.
 *
 * @param automatic without being asked, because the person had said that it may be
 */
@EventType("plan_change.approved")
public record PlanChangeApproved(
        UUID userId, @JsonProperty("plan_change_id") UUID subjectId, String kind, boolean automatic, String sentence)
        implements DomainEvent {}
