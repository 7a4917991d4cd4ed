package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;

/** A person passed the questions of the beginning, for now. */
@EventType("onboarding.skipped")
public record OnboardingSkipped(
        UUID userId, @JsonProperty("person_id") UUID subjectId, OnboardingPath path) implements DomainEvent {}
