package dev.trellis.programs.menu;

import java.util.Set;

/**
 * A food as it is weighed (domain 03.2).
 *
 * @param state         raw, cooked, dry or ready: how the grams are meant
 * @param per100Grams   of the edible portion
 * @param fibreReported whether the table knows its fibre; counted as 0 where not
 * @param minGrams      smallest sensible portion
 * @param stepGrams     portions are multiples of it
 * @param meals         in which it may stand
 */
public record Food(
        String id,
        String name,
        Category category,
        String state,
        Nutrients per100Grams,
        boolean fibreReported,
        DietClass dietClass,
        Set<Allergen> allergens,
        boolean containsPork,
        int minGrams,
        int maxGrams,
        int stepGrams,
        Set<Meal> meals) {

    /** The kind of food. */
    public enum Category {
        MEAT_POULTRY,
        MEAT_RED,
        FISH,
        SHELLFISH,
        EGGS,
        SOY,
        PLANT_PROTEIN,
        DAIRY_PROTEIN,
        DAIRY,
        DAIRY_CHEESE,
        DAIRY_ALT,
        GRAIN,
        BREAD,
        STARCHY_VEG,
        LEGUME,
        VEGETABLE,
        FRUIT,
        FAT_FRUIT,
        FRUIT_DRIED,
        NUTS,
        SEEDS,
        FAT,
        SUGAR,
        SWEET
    }

    public Food {
        allergens = Set.copyOf(allergens);
        meals = Set.copyOf(meals);
        if (stepGrams < 1
                || minGrams < 1
                || maxGrams < minGrams
                || leastSteps(minGrams, stepGrams) > maxGrams / stepGrams) {
            throw new IllegalArgumentException("no portion of " + id + " is possible");
        }
    }

    /** The smallest portion, in steps. */
    public int leastSteps() {
        return leastSteps(minGrams, stepGrams);
    }

    /** The largest portion, in steps. */
    public int mostSteps() {
        return maxGrams / stepGrams;
    }

    /** What so many grams bring. */
    public Nutrients of(double grams) {
        return per100Grams.times(grams / 100);
    }

    /** Whether it grew: the more different plants in a week, the better. */
    boolean isPlant() {
        return dietClass == DietClass.VEGAN;
    }

    private static int leastSteps(int minGrams, int stepGrams) {
        return Math.max(1, Math.ceilDiv(minGrams, stepGrams));
    }
}
