package dev.trellis.events;

import java.time.Instant;
import java.util.UUID;

/** One event as it stands in the log. */
public record Occurrence<E extends DomainEvent>(UUID eventId, Instant occurredAt, E event) {}
