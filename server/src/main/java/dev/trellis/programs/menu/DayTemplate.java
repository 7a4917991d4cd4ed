package dev.trellis.programs.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which places the meals of a day have (domain 03.3); large days have more of them, so that portions stay sensible. */
final class DayTemplate {
    private static final int SMALL_DAY = 1600;
    private static final int LARGE_DAY = 2400;
    private static final int VERY_LARGE_DAY = 3200;
    private static final Set<Integer> FISH_DAYS = Set.of(2, 5);
    private static final Set<Integer> LEGUME_DAYS = Set.of(1, 4);

    private final List<Place> places = new ArrayList<>();

    private DayTemplate() {}

    /** A place in a meal. */
    record Place(Meal meal, CourseSlot slot) {}

    /** Of a day of the program, counted from 0. */
    static List<Place> of(int day, MenuTargets targets, boolean fish, boolean legumes) {
        int weekday = day % 7;
        var template = new DayTemplate();
        template.breakfast(targets.kcal());
        template.main(Meal.LUNCH, targets.kcal(), false, legumes && LEGUME_DAYS.contains(weekday));
        template.main(Meal.DINNER, targets.kcal(), fish && FISH_DAYS.contains(weekday), false);
        if (Meal.ofDay(targets.meals()).contains(Meal.SNACK)) {
            template.snack(targets.kcal());
        }
        return template.places;
    }

    private void breakfast(int kcal) {
        add(Meal.BREAKFAST, CourseSlot.MORNING_GRAIN);
        add(Meal.BREAKFAST, CourseSlot.MORNING_PROTEIN);
        add(Meal.BREAKFAST, CourseSlot.FRUIT);
        if (kcal >= SMALL_DAY) {
            add(Meal.BREAKFAST, CourseSlot.NUTS);
        }
        if (kcal >= VERY_LARGE_DAY) {
            add(Meal.BREAKFAST, CourseSlot.MORNING_GRAIN);
        }
    }

    private void main(Meal meal, int kcal, boolean fish, boolean legumes) {
        add(meal, fish ? CourseSlot.FISH : CourseSlot.MAIN_PROTEIN);
        add(meal, CourseSlot.STARCH);
        if (legumes) {
            add(meal, CourseSlot.LEGUME);
        } else if (kcal >= LARGE_DAY) {
            add(meal, CourseSlot.STARCH);
        }
        add(meal, CourseSlot.VEGETABLE);
        if (meal == Meal.LUNCH || kcal >= LARGE_DAY) {
            add(meal, CourseSlot.FAT);
        }
    }

    private void snack(int kcal) {
        add(Meal.SNACK, CourseSlot.SNACK);
        if (kcal >= SMALL_DAY) {
            add(Meal.SNACK, CourseSlot.FRUIT);
        }
        if (kcal >= LARGE_DAY) {
            add(Meal.SNACK, CourseSlot.NUTS);
        }
    }

    private void add(Meal meal, CourseSlot slot) {
        places.add(new Place(meal, slot));
    }
}
