package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A person took back an activity. */
@EventType("activity.removed")
public record ActivityRemoved(
        UUID userId, @JsonProperty("activity_id") UUID subjectId, LocalDate day) implements DomainEvent {}
