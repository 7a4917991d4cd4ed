package dev.trellis.programs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A program came to its end: lived through, stopped, or replaced by another. */
@EventType("program.ended")
public record ProgramEnded(
        UUID userId, @JsonProperty("program_id") UUID subjectId, ProgramStatus status, LocalDate endedOn)
        implements DomainEvent {}
