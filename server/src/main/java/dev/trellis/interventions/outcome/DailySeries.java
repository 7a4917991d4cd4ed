package dev.trellis.interventions.outcome;

import java.util.List;
import java.util.Locale;

/**
 * A named daily series which may be compared with others.
 *
 * @param weightOrEnergy about body weight, shape or calories, hence never shown to people flagged for an eating disorder
 */
public record DailySeries(String name, boolean weightOrEnergy, DailyValues values) {

    private static final List<String> WEIGHT_OR_ENERGY_WORDS =
            List.of("weight", "kcal", "calorie", "energy_intake", "bmi", "waist", "body_fat", "bodyfat", "body fat");

    /** Refuses a blank name; a name that speaks of weight or calories sets {@code weightOrEnergy} whatever was said. */
    public DailySeries {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a daily series needs a name");
        }
        weightOrEnergy |= speaksOfWeightOrEnergy(name);
    }

    /** A series whose name alone decides whether it is about weight or calories. */
    public DailySeries(String name, DailyValues values) {
        this(name, false, values);
    }

    static boolean speaksOfWeightOrEnergy(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return WEIGHT_OR_ENERGY_WORDS.stream().anyMatch(lower::contains);
    }
}
