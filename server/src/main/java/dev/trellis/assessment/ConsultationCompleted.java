package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A person told everything a program is made from. */
@EventType("consultation.completed")
public record ConsultationCompleted(
        UUID userId, @JsonProperty("consultation_id") UUID subjectId) implements DomainEvent {}
