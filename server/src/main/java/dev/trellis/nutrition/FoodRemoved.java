package dev.trellis.nutrition;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** A person took back an entry. */
@EventType("food.removed")
public record FoodRemoved(
        UUID userId, @JsonProperty("entry_id") UUID subjectId, LocalDate day) implements DomainEvent {}
