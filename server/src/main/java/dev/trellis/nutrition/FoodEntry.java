package dev.trellis.nutrition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody ate at one time.
 *
 * @param day the person's own day of that moment, as it was when it was logged
 * @param totalCalories kcal
 * @param plannedMealInstanceId the planned meal it was matched to, when there is one
 * @param similarityScore how close it is to that meal, 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoodEntry(
        UUID id,
        Instant timestamp,
        LocalDate day,
        @Nullable MealType mealType,
        List<EatenFood> foods,
        int totalCalories,
        Macros totalMacros,
        @Nullable String notes,
        @Nullable String photoPath,
        @Nullable UUID plannedMealInstanceId,
        @Nullable BigDecimal similarityScore) {
    /** Which entry, and nothing of what was eaten. */
    @Override
    public String toString() {
        return "FoodEntry[" + id + "]";
    }
}
