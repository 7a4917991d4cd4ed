package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A day of a period was checked in, or checked in anew; completion is 0 to 100 percent. */
@EventType("intervention.progress_recorded")
public record ProgressRecorded(
        UUID userId, @JsonProperty("period_id") UUID subjectId, LocalDate day, int completion) implements DomainEvent {}
