package dev.trellis.nutrition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The nutrients of several foods together, in g, HALF_UP to one decimal.
 *
 * @param fibreComplete false when the fibre of at least one food is not known; it counts as none
 */
public record Macros(BigDecimal protein, BigDecimal carbs, BigDecimal fat, BigDecimal fibre, boolean fibreComplete) {
    static Macros of(List<EatenFood> foods) {
        return new Macros(
                grams(foods, EatenFood::protein),
                grams(foods, EatenFood::carbs),
                grams(foods, EatenFood::fat),
                grams(foods, food -> Objects.requireNonNullElse(food.fibre(), BigDecimal.ZERO)),
                foods.stream().allMatch(food -> food.fibre() != null));
    }

    /** Energy of the foods in whole kcal. */
    static int calories(List<EatenFood> foods) {
        return sum(foods, EatenFood::calories).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static BigDecimal grams(List<EatenFood> foods, Function<EatenFood, BigDecimal> nutrient) {
        return sum(foods, nutrient).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<EatenFood> foods, Function<EatenFood, BigDecimal> nutrient) {
        return foods.stream().map(nutrient).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
