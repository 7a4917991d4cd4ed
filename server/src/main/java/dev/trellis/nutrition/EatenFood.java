package dev.trellis.nutrition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was eaten of one food, with its nutrients as they were computed then: kcal and g of the whole portion.
 *
 * @param foodId absent for what is not in the table of foods
 * @param fibre absent where nobody knows it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EatenFood(
        @Nullable String foodId,
        String name,
        @Nullable BigDecimal grams,
        @Nullable String quantity,
        BigDecimal calories,
        BigDecimal protein,
        BigDecimal carbs,
        BigDecimal fat,
        @Nullable BigDecimal fibre) {
    /** So many grams as the table's 100 g, HALF_UP to two decimals (domain 03.2). */
    static EatenFood of(Food food, FoodItem item) {
        var grams = Objects.requireNonNull(item.grams());
        return new EatenFood(
                food.foodId(),
                food.name(),
                grams,
                item.quantity(),
                portion(food.kcal(), grams),
                portion(food.proteinG(), grams),
                portion(food.carbsG(), grams),
                portion(food.fatG(), grams),
                food.fibreG() == null ? null : portion(food.fibreG(), grams));
    }

    /** What a label says. */
    static EatenFood ofLabel(FoodItem item) {
        return new EatenFood(
                null,
                Objects.requireNonNull(item.name()).strip(),
                item.grams(),
                item.quantity(),
                Objects.requireNonNull(item.calories()),
                Objects.requireNonNull(item.protein()),
                Objects.requireNonNull(item.carbs()),
                Objects.requireNonNull(item.fat()),
                item.fibre());
    }

    private static BigDecimal portion(BigDecimal per100Grams, BigDecimal grams) {
        return per100Grams.multiply(grams).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }
}
