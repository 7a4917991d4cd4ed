package dev.trellis.interventions.recommendation;

import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person says they want to change, as the recommender reads it.
 *
 * @param goal the wish in a sentence; may be empty
 * @param text anything else in their own words; may be empty
 * @param categories areas they picked
 * @param blockedCategories areas they do not want to hear about
 * @param sleepQuality 1 (very bad) to 5 (very good)
 * @param stress 1 (calm) to 5 (overwhelmed)
 * @param cyclePhase {@code menstrual}, {@code follicular}, {@code ovulatory} or {@code luteal}, when shared
 * @param maxDurationDays the longest trial they want, in days
 * @param maxMinutesPerDay the most time they can give, in minutes a day
 * @param wantsRepeats offer again what was completed less than 60 days ago
 */
public record Intake(
        String goal,
        String text,
        Set<String> categories,
        Set<String> blockedCategories,
        OptionalInt sleepQuality,
        OptionalInt stress,
        @Nullable String cyclePhase,
        OptionalInt maxDurationDays,
        OptionalInt maxMinutesPerDay,
        boolean wantsRepeats) {

    public Intake {
        categories = Set.copyOf(categories);
        blockedCategories = Set.copyOf(blockedCategories);
        oneToFive("sleepQuality", sleepQuality);
        oneToFive("stress", stress);
        if (maxDurationDays.orElse(1) < 1 || maxMinutesPerDay.orElse(1) < 1) {
            throw new IllegalArgumentException("limits are at least one day and one minute");
        }
    }

    /** An intake of words alone. */
    public static Intake of(String goal, String text) {
        return new Intake(
                goal,
                text,
                Set.of(),
                Set.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                null,
                OptionalInt.empty(),
                OptionalInt.empty(),
                false);
    }

    private static void oneToFive(String name, OptionalInt value) {
        if (value.orElse(1) < 1 || value.orElse(1) > 5) {
            throw new IllegalArgumentException(name + " lies between 1 and 5, not " + value.orElse(1));
        }
    }
}
