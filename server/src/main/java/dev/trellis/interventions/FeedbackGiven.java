package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person said whether it helped; {@code weight} is the inverse of the chance that it was shown, at most 10. */
@EventType("intervention.feedback_given")
public record FeedbackGiven(
        UUID userId,
        @JsonProperty("period_id") UUID subjectId,
        @Nullable Integer interventionId,
        Feedback.Answer answer,
        double weight)
        implements DomainEvent {}
