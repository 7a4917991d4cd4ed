package dev.trellis.nutrition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was eaten.
 *
 * @param timestamp when; absent for now
 */
public record NewFoodEntry(
        @Nullable Instant timestamp,
        @Nullable MealType mealType,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid FoodItem> foods,
        @Nullable @Size(max = 2000) String notes) {}
