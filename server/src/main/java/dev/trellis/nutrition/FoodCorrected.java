package dev.trellis.nutrition;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** An entry says something else now; {@code previousDay} differs from {@code day} when it was on another one. */
@EventType("food.corrected")
public record FoodCorrected(
        UUID userId, @JsonProperty("entry_id") UUID subjectId, LocalDate previousDay, LocalDate day)
        implements DomainEvent {}
