package dev.trellis.programs.menu;

import java.util.List;

/** A meal of the day (domain 03.3). */
public enum Meal {
    BREAKFAST,
    LUNCH,
    DINNER,
    SNACK;

    /** Meals of a day that is eaten in three or in four. */
    public static List<Meal> ofDay(int meals) {
        return switch (meals) {
            case 3 -> List.of(BREAKFAST, LUNCH, DINNER);
            case 4 -> List.of(BREAKFAST, LUNCH, DINNER, SNACK);
            default -> throw new IllegalArgumentException("a day has 3 or 4 meals, not " + meals);
        };
    }

    /** Its share of the day's energy. */
    public double share(int mealsOfDay) {
        return switch (this) {
            case BREAKFAST -> mealsOfDay == 3 ? 0.30 : 0.25;
            case LUNCH, DINNER -> mealsOfDay == 3 ? 0.35 : 0.30;
            case SNACK -> 0.15;
        };
    }
}
