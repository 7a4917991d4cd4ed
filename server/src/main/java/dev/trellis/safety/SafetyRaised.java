package dev.trellis.safety;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/**
 * A danger was found in what a person wrote.
 *
 * @param source what was read, such as {@code intake}; never the words themselves
 * @param holds whether recommendations and nudges wait until it is lifted
 */
@EventType("safety.raised")
public record SafetyRaised(
        UUID userId,
        @JsonProperty("safety_event_id") UUID subjectId,
        SafetyLevel level,
        SafetyTopic topic,
        SafetySubject about,
        String source,
        boolean holds)
        implements DomainEvent {}
