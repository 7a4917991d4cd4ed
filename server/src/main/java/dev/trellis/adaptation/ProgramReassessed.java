package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A program was reassessed; each of its changes has an event of its own.
 *
 * @param next when it will be again
 */
@EventType("program.reassessed")
public record ProgramReassessed(
        UUID userId, @JsonProperty("program_id") UUID subjectId, LocalDate reviewedOn, LocalDate next, boolean changed)
        implements DomainEvent {}
