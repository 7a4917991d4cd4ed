package dev.trellis.programs;

import dev.trellis.programs.menu.Meal;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When a person eats: spread over the hours they are awake, or at usual times where those are not known. */
public record MealTimes(LocalTime breakfast, LocalTime lunch, LocalTime snack, LocalTime dinner) {
    /** Of somebody who did not say when they sleep. */
    public static final MealTimes USUAL =
            new MealTimes(LocalTime.of(8, 0), LocalTime.of(12, 30), LocalTime.of(15, 30), LocalTime.of(18, 30));

    private static final int SHORTEST_DAY_MINUTES = 12 * 60;
    private static final int LONGEST_DAY_MINUTES = 20 * 60;
    private static final int AFTER_WAKING = 60;
    private static final int BEFORE_BED = 4 * 60;
    private static final double LUNCH = 0.42;
    private static final double SNACK = 0.70;
    private static final int ROUNDED_TO = 30;
    private static final int DAY_MINUTES = 24 * 60;

    /** An hour after waking, four hours before bed, and between; the usual ones when a day would be odd. */
    public static MealTimes of(@Nullable LocalTime wake, @Nullable LocalTime bed) {
        if (wake == null || bed == null) {
            return USUAL;
        }
        int awake = Math.floorMod((int) Duration.between(wake, bed).toMinutes(), DAY_MINUTES);
        if (awake < SHORTEST_DAY_MINUTES || awake > LONGEST_DAY_MINUTES) {
            return USUAL;
        }
        int between = awake - AFTER_WAKING - BEFORE_BED;
        return new MealTimes(
                at(wake, AFTER_WAKING),
                at(wake, AFTER_WAKING + LUNCH * between),
                at(wake, AFTER_WAKING + SNACK * between),
                at(wake, AFTER_WAKING + between));
    }

    /** When that meal is due. */
    public LocalTime of(Meal meal) {
        return switch (meal) {
            case BREAKFAST -> breakfast;
            case LUNCH -> lunch;
            case SNACK -> snack;
            case DINNER -> dinner;
        };
    }

    private static LocalTime at(LocalTime wake, double minutesLater) {
        long minutes = wake.toSecondOfDay() / 60 + Math.round(minutesLater);
        long rounded = Math.round(minutes / (double) ROUNDED_TO) * ROUNDED_TO;
        return LocalTime.MIDNIGHT.plusMinutes(rounded);
    }
}
