package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** An activity says something else now; {@code previousDay} differs from {@code day} when it was on another one. */
@EventType("activity.changed")
public record ActivityChanged(
        UUID userId, @JsonProperty("activity_id") UUID subjectId, LocalDate previousDay, LocalDate day)
        implements DomainEvent {}
