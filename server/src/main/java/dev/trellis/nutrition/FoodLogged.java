package dev.trellis.nutrition;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person logged what they ate. */
@EventType("food.logged")
public record FoodLogged(
        UUID userId,
        @JsonProperty("entry_id") UUID subjectId,
        LocalDate day,
        @Nullable MealType mealType,
        int totalCalories)
        implements DomainEvent {}
