package dev.trellis.nutrition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry should say instead.
 *
 * @param foods those that are not changed keep the nutrients they were logged with
 * @param reason why it is corrected; kept beside what it was
 */
public record FoodCorrection(
        @NotNull Instant timestamp,
        @Nullable MealType mealType,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid FoodItem> foods,
        @Nullable @Size(max = 2000) String notes,
        @Nullable @Size(max = 500) String reason) {
    /** The one that changes nothing. */
    public static FoodCorrection of(FoodEntry entry) {
        return new FoodCorrection(
                entry.timestamp(),
                entry.mealType(),
                entry.foods().stream().map(FoodItem::of).toList(),
                entry.notes(),
                null);
    }
}
