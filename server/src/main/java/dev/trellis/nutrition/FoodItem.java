package dev.trellis.nutrition;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was eaten: so many grams of a food of the table, or anything else with what its label says of the whole
 * portion. Nutrients of a food of the table are computed, never sent.
 *
 * @param quantity as people say it, such as {@code two eggs}
 * @param calories kcal, and the rest in g, of the whole portion
 */
public record FoodItem(
        @Nullable @Size(min = 1, max = 60) @Schema(examples = "rice_white_cooked")
        String foodId,

        @Nullable @DecimalMin("0.1") @DecimalMax("5000") @Digits(integer = 4, fraction = 1)
        BigDecimal grams,

        @Nullable @Size(min = 1, max = 60) String quantity,
        @Nullable @Size(min = 1, max = 200) String name,

        @Nullable @DecimalMin("0") @DecimalMax("10000") @Digits(integer = 5, fraction = 2)
        BigDecimal calories,

        @Nullable @DecimalMin("0") @DecimalMax("2000") @Digits(integer = 4, fraction = 2)
        BigDecimal protein,

        @Nullable @DecimalMin("0") @DecimalMax("2000") @Digits(integer = 4, fraction = 2)
        BigDecimal carbs,

        @Nullable @DecimalMin("0") @DecimalMax("2000") @Digits(integer = 4, fraction = 2)
        BigDecimal fat,

        @Nullable @DecimalMin("0") @DecimalMax("2000") @Digits(integer = 4, fraction = 2)
        BigDecimal fibre) {

    // Equal when they mean the same, however many zeros somebody writes.
    public FoodItem {
        grams = plain(grams);
        calories = plain(calories);
        protein = plain(protein);
        carbs = plain(carbs);
        fat = plain(fat);
        fibre = plain(fibre);
    }

    /** So much of a food of the table. */
    public static FoodItem of(String foodId, BigDecimal grams) {
        return new FoodItem(foodId, grams, null, null, null, null, null, null, null);
    }

    /** As it would be sent to log the same again. */
    static FoodItem of(EatenFood eaten) {
        return eaten.foodId() == null
                ? new FoodItem(
                        null,
                        eaten.grams(),
                        eaten.quantity(),
                        eaten.name(),
                        eaten.calories(),
                        eaten.protein(),
                        eaten.carbs(),
                        eaten.fat(),
                        eaten.fibre())
                : new FoodItem(eaten.foodId(), eaten.grams(), eaten.quantity(), null, null, null, null, null, null);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
