package dev.trellis.programs.menu;

import dev.trellis.nutrition.FoodsFile;
import dev.trellis.nutrition.FoodsFile.Shipped;
import dev.trellis.programs.menu.Food.Category;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The foods that ship, by id, as menus need them: USDA SR27 per 100 g (domain 03.2). */
public final class Foods {
    private static final Map<String, Meal> MEALS =
            Map.of("B", Meal.BREAKFAST, "L", Meal.LUNCH, "D", Meal.DINNER, "S", Meal.SNACK);

    private final Map<String, Food> byId;

    private Foods(Map<String, Food> byId) {
        this.byId = byId;
    }

    /** Reads the table that ships with the server. */
    public static Foods shipped() {
        var byId = new TreeMap<String, Food>();
        FoodsFile.shipped().forEach(row -> byId.put(row.foodId(), food(row)));
        return new Foods(byId);
    }

    /** All of them, in the order of their ids. */
    public Collection<Food> all() {
        return byId.values();
    }

    /** The food of an id, if there is one. */
    public Optional<Food> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The food of an id that is known to exist. */
    public Food get(String id) {
        var food = byId.get(id);
        if (food == null) {
            throw new IllegalArgumentException("there is no food " + id);
        }
        return food;
    }

    private static Food food(Shipped row) {
        var fibre = row.fibre();
        return new Food(
                row.foodId(),
                row.name(),
                constant(Category.class, row.category()),
                row.state(),
                new Nutrients(
                        row.kcal().doubleValue(),
                        row.protein().doubleValue(),
                        row.carbs().doubleValue(),
                        row.fat().doubleValue(),
                        fibre == null ? 0 : fibre.doubleValue()),
                fibre != null,
                constant(DietClass.class, row.dietClass()),
                words(row.allergens()).stream()
                        .map(word -> constant(Allergen.class, word))
                        .collect(Collectors.toUnmodifiableSet()),
                row.containsPork(),
                row.portionMin(),
                row.portionMax(),
                row.portionStep(),
                words(row.meals()).stream()
                        .map(word -> Objects.requireNonNull(MEALS.get(word), word))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(";")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
