package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person took on an intervention; {@code endDate} is exclusive. */
@EventType("intervention.started")
public record InterventionStarted(
        UUID userId,
        @JsonProperty("period_id") UUID subjectId,
        @Nullable Integer interventionId,
        String interventionName,
        LocalDate startDate,
        LocalDate endDate)
        implements DomainEvent {}
