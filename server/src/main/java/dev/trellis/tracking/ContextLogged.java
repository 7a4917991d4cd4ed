package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A person told how a day was; what they told stays where it is. */
@EventType("context.logged")
public record ContextLogged(
        UUID userId, @JsonProperty("day_id") UUID subjectId, LocalDate day) implements DomainEvent {}
