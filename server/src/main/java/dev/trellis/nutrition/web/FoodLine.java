package dev.trellis.nutrition.web;

import dev.trellis.nutrition.EatenFood;
import dev.trellis.nutrition.FoodEntry;
import dev.trellis.nutrition.MealType;
import dev.trellis.platform.web.pages.Option;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An entry of the food log as people read it. */
public record FoodLine(FoodEntry entry) {
    /** Meals, as they are offered. */
    static final List<Option> MEALS = Arrays.stream(MealType.values())
            .map(meal -> Option.of(meal.name().toLowerCase(Locale.ROOT), named(meal)))
            .toList();

    /** Where its page is. */
    public String address() {
        return FoodPages.ROOT + "/" + entry.id();
    }

    public String name() {
        return named(entry.mealType());
    }

    /** What was eaten, in one line. */
    public String foods() {
        return entry.foods().stream().map(FoodLine::said).collect(Collectors.joining("; "));
    }

    /** Whether it counts as a planned meal. */
    public boolean planned() {
        return entry.plannedMealInstanceId() != null;
    }

    /** A food as it stands on the page of its entry. */
    public record Item(int index, EatenFood food) {
        public String said() {
            return FoodLine.said(food);
        }

        public boolean byLabel() {
            return food.foodId() == null;
        }

        public String key() {
            return FoodForm.key(food);
        }

        public String kcal() {
            return food.calories().setScale(0, RoundingMode.HALF_UP).toPlainString();
        }
    }

    /** Its foods, one after the other. */
    public List<Item> items() {
        var foods = entry.foods();
        return IntStream.range(0, foods.size())
                .mapToObj(index -> new Item(index, foods.get(index)))
                .toList();
    }

    private static String said(EatenFood food) {
        if (food.grams() != null) {
            return food.grams().stripTrailingZeros().toPlainString() + " g " + food.name();
        }
        return food.quantity() == null ? food.name() : food.name() + ", " + food.quantity();
    }

    private static String named(@Nullable MealType meal) {
        return switch (meal) {
            case BREAKFAST -> "Breakfast";
            case LUNCH -> "Lunch";
            case DINNER -> "Dinner";
            case SNACK -> "Snack";
            case null -> "Something";
        };
    }
}
