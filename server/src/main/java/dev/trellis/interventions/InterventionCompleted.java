package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period has ended, by hand or at night; {@code lastDay} is the last day that counted. */
@EventType("intervention.completed")
public record InterventionCompleted(
        UUID userId,
        @JsonProperty("period_id") UUID subjectId,
        @Nullable Integer interventionId,
        String interventionName,
        LocalDate startDate,
        LocalDate lastDay,
        boolean autoCompleted)
        implements DomainEvent {}
