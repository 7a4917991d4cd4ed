package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A person wrote down what a scale or a tape showed; the values stay where they are. */
@EventType("measurement.taken")
public record MeasurementTaken(
        UUID userId, @JsonProperty("measurement_id") UUID subjectId, LocalDate day, boolean weighed)
        implements DomainEvent {}
