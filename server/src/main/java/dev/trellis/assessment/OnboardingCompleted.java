package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's first answers were written to where they belong; with the intake, when they told what should change. */
@EventType("onboarding.completed")
public record OnboardingCompleted(
        UUID userId,
        @JsonProperty("person_id") UUID subjectId,
        OnboardingPath path,
        int answeredSteps,
        @Nullable UUID intakeId)
        implements DomainEvent {}
