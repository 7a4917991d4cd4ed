package dev.trellis.adaptation.matching;

import dev.trellis.adaptation.matching.EatenMeal.Item;
import dev.trellis.adaptation.matching.Similarity.Component;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Compares a meal with a planned one (domain 04.3). */
public final class MealSimilarity {
    private static final Map<Component, Double> WEIGHTS = Map.of(
            Component.ENERGY, 0.40,
            Component.MACROS, 0.30,
            Component.ITEMS, 0.20,
            Component.TIME_OF_DAY, 0.10);
    private static final double SAME_CATEGORY = 0.5;

    private MealSimilarity() {}

    /** How near the meal comes to the plan. */
    public static Similarity of(EatenMeal planned, EatenMeal actual) {
        var known = new EnumMap<Component, Double>(Component.class);
        var energy = Similarity.ofRatio(actual.kcal(), planned.kcal());
        if (energy != null) {
            known.put(Component.ENERGY, energy);
        }
        if (energyOfMacros(planned) > 0 && energyOfMacros(actual) > 0) {
            known.put(Component.MACROS, macros(planned, actual));
        }
        if (!planned.items().isEmpty() && !actual.items().isEmpty()) {
            known.put(Component.ITEMS, items(planned.items(), actual.items()));
        }
        var hours = TimesOfDay.hoursApart(planned.time(), actual.time());
        if (hours != null) {
            known.put(Component.TIME_OF_DAY, Similarity.ofHours(hours));
        }
        return Similarity.of(
                WEIGHTS,
                known,
                List.of(Component.MACROS, Component.ITEMS),
                Similarity.ratio(actual.kcal(), planned.kcal()));
    }

    private static double macros(EatenMeal planned, EatenMeal actual) {
        double plannedEnergy = energyOfMacros(planned);
        double actualEnergy = energyOfMacros(actual);
        double apart = Math.abs(4 * actual.protein() / actualEnergy - 4 * planned.protein() / plannedEnergy)
                + Math.abs(4 * actual.carbohydrate() / actualEnergy - 4 * planned.carbohydrate() / plannedEnergy)
                + Math.abs(9 * actual.fat() / actualEnergy - 9 * planned.fat() / plannedEnergy);
        return 1 - apart / 2;
    }

    private static double energyOfMacros(EatenMeal meal) {
        return 4 * meal.protein() + 4 * meal.carbohydrate() + 9 * meal.fat();
    }

    /** Twice the best pairing by all items. To pair the same foods first loses nothing against any other pairing. */
    private static double items(List<Item> planned, List<Item> actual) {
        var plannedLeft = new ArrayList<>(planned);
        var actualLeft = new ArrayList<>(actual);
        int same = pair(plannedLeft, actualLeft, (one, other) -> one.food().equals(other.food()));
        int similar =
                pair(plannedLeft, actualLeft, (one, other) -> one.category().equals(other.category()));
        return 2 * (same + SAME_CATEGORY * similar) / (planned.size() + actual.size());
    }

    private static int pair(List<Item> planned, List<Item> actual, BiPredicate<Item, Item> belong) {
        int pairs = 0;
        for (var items = planned.iterator(); items.hasNext(); ) {
            var item = items.next();
            for (var i = 0; i < actual.size(); i++) {
                if (belong.test(item, actual.get(i))) {
                    actual.remove(i);
                    items.remove();
                    pairs++;
                    break;
                }
            }
        }
        return pairs;
    }
}
