package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** Three of the last five automatic changes were undone: from now on the person is asked first. */
@EventType("adjustment.auto_switched_off")
public record AutoAdjustSwitchedOff(
        UUID userId, @JsonProperty("person_id") UUID subjectId) implements DomainEvent {}
