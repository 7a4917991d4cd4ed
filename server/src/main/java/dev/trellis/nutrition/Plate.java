package dev.trellis.nutrition;

import dev.trellis.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items with their nutrients, or what is wrong with them. Pure.
 *
 * @param foods in the order of the items; without those that are wrong
 */
record Plate(List<EatenFood> foods, List<FieldError> errors) {
    private static final String LABEL =
            "Something that is no food of the table needs name, calories, protein, carbs and fat of the whole portion.";

    /**
     * @param known the foods of the table that the items name, by id
     * @param kept items that were logged before, with the nutrients they had then
     */
    static Plate of(List<FoodItem> items, Map<String, Food> known, Map<FoodItem, EatenFood> kept) {
        var foods = new ArrayList<EatenFood>();
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var before = kept.get(item);
            var error = before == null ? error("/foods/" + i, item, known) : null;
            if (error != null) {
                errors.add(error);
            } else {
                foods.add(before == null ? eaten(item, known) : before);
            }
        }
        return new Plate(foods, errors);
    }

    private static EatenFood eaten(FoodItem item, Map<String, Food> known) {
        return item.foodId() == null
                ? EatenFood.ofLabel(item)
                : EatenFood.of(Objects.requireNonNull(known.get(item.foodId())), item);
    }

    private static @Nullable FieldError error(String pointer, FoodItem item, Map<String, Food> known) {
        if (item.foodId() == null) {
            var told = Stream.of(item.calories(), item.protein(), item.carbs(), item.fat())
                    .allMatch(Objects::nonNull);
            return told && item.name() != null && !item.name().isBlank() ? null : new FieldError(pointer, LABEL);
        }
        if (!known.containsKey(item.foodId())) {
            return new FieldError(pointer + "/food_id", "There is no such food. GET /foods?q= finds those there are.");
        }
        if (item.grams() == null) {
            return new FieldError(pointer + "/grams", "How many grams of it?");
        }
        return Stream.of(item.name(), item.calories(), item.protein(), item.carbs(), item.fat(), item.fibre())
                        .allMatch(Objects::isNull)
                ? null
                : new FieldError(
                        pointer, "Name and nutrients of a food of the table are known; send food_id and grams.");
    }
}
