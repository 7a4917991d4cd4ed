package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A person logged what they did. */
@EventType("activity.logged")
public record ActivityLogged(
        UUID userId,
        @JsonProperty("activity_id") UUID subjectId,
        LocalDate day,
        ActivityType type,
        int durationS,
        Activity.Source source)
        implements DomainEvent {}
