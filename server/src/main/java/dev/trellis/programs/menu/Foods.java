package dev.trellis.programs.menu;

import dev.trellis.programs.menu.Food.Category;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The foods that ship, by id: USDA SR27 per 100 g, read whole or refused (domain 03.2). */
public final class Foods {
    private static final String FILE = "/dev/trellis/programs/foods.csv";
    private static final Map<String, Meal> MEALS =
            Map.of("B", Meal.BREAKFAST, "L", Meal.LUNCH, "D", Meal.DINNER, "S", Meal.SNACK);
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, Food> byId;

    private Foods(Map<String, Food> byId) {
        this.byId = byId;
    }

    /** Reads the table from the program itself. */
    public static Foods shipped() {
        var resource = Objects.requireNonNull(Foods.class.getResourceAsStream(FILE), FILE);
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
                var rows = FORMAT.parse(reader)) {
            var byId = new TreeMap<String, Food>();
            for (var row : rows) {
                var food = food(row);
                if (byId.put(food.id(), food) != null) {
                    throw new IllegalStateException("food " + food.id() + " stands twice in the table");
                }
            }
            return new Foods(byId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Food food(CSVRecord row) {
        var fibre = row.get("fibre_g");
        return new Food(
                row.get("food_id"),
                row.get("name"),
                constant(Category.class, row.get("category")),
                row.get("state"),
                new Nutrients(
                        Double.parseDouble(row.get("kcal")),
                        Double.parseDouble(row.get("protein_g")),
                        Double.parseDouble(row.get("carbs_g")),
                        Double.parseDouble(row.get("fat_g")),
                        fibre.isEmpty() ? 0 : Double.parseDouble(fibre)),
                !fibre.isEmpty(),
                constant(DietClass.class, row.get("diet_class")),
                words(row.get("allergens")).stream()
                        .map(word -> constant(Allergen.class, word))
                        .collect(Collectors.toUnmodifiableSet()),
                row.get("contains_pork").equals("1"),
                Integer.parseInt(row.get("portion_min_g")),
                Integer.parseInt(row.get("portion_max_g")),
                Integer.parseInt(row.get("portion_step_g")),
                words(row.get("meal_roles")).stream()
                        .map(word -> Objects.requireNonNull(MEALS.get(word), word))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
    }
}
