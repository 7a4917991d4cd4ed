package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A changed day is again as it was planned.
 *
 * @param byPerson otherwise a hold took its place
 */
@EventType("adjustment.undone")
public record AdjustmentUndone(
        UUID userId, @JsonProperty("override_id") UUID subjectId, LocalDate date, boolean byPerson)
        implements DomainEvent {}
