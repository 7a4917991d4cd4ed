package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A person began a consultation. */
@EventType("consultation.started")
public record ConsultationStarted(
        UUID userId, @JsonProperty("consultation_id") UUID subjectId) implements DomainEvent {}
