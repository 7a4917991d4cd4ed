package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A person took back a measurement. */
@EventType("measurement.removed")
public record MeasurementRemoved(
        UUID userId, @JsonProperty("measurement_id") UUID subjectId, LocalDate day) implements DomainEvent {}
