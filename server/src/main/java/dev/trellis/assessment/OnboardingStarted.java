package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A person chose a path, at the beginning or on coming back after they had passed. */
@EventType("onboarding.started")
public record OnboardingStarted(
        UUID userId, @JsonProperty("person_id") UUID subjectId, OnboardingPath path) implements DomainEvent {}
