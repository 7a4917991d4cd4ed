package dev.trellis.programs.menu;

import dev.trellis.programs.menu.Food.Category;
import java.util.Set;

/** A place in a meal, filled from these kinds of food (domain 03.3). */
@SuppressWarnings("ImmutableEnumChecker") // unmodifiable sets of enums
enum CourseSlot {
    MORNING_GRAIN(Category.GRAIN, Category.BREAD),
    MORNING_PROTEIN(Category.EGGS, Category.DAIRY, Category.DAIRY_PROTEIN, Category.SOY, Category.DAIRY_ALT),
    FRUIT(Category.FRUIT, Category.FRUIT_DRIED),
    NUTS(Category.NUTS, Category.SEEDS, Category.FAT_FRUIT),
    MAIN_PROTEIN(
            Category.MEAT_POULTRY,
            Category.MEAT_RED,
            Category.FISH,
            Category.SHELLFISH,
            Category.EGGS,
            Category.SOY,
            Category.PLANT_PROTEIN,
            Category.LEGUME),
    FISH(Category.FISH, Category.SHELLFISH),
    STARCH(Category.GRAIN, Category.BREAD, Category.STARCHY_VEG),
    LEGUME(Category.LEGUME),
    VEGETABLE(Category.VEGETABLE),
    FAT(Category.FAT, Category.FAT_FRUIT),
    SNACK(Category.DAIRY, Category.DAIRY_PROTEIN, Category.DAIRY_ALT, Category.SOY, Category.LEGUME, Category.EGGS);

    private final Set<Category> categories;

    CourseSlot(Category... categories) {
        this.categories = Set.of(categories);
    }

    boolean takes(Food food) {
        return categories.contains(food.category());
    }
}
