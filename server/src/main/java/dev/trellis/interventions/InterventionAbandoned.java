package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person stopped a period before its end, without completing it. */
@EventType("intervention.abandoned")
public record InterventionAbandoned(
        UUID userId,
        @JsonProperty("period_id") UUID subjectId,
        @Nullable Integer interventionId,
        String interventionName,
        LocalDate lastDay)
        implements DomainEvent {}
