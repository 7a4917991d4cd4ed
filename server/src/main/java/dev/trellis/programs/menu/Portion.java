package dev.trellis.programs.menu;

/** So many grams of a food in a meal. */
public record Portion(Meal meal, Food food, int grams) {
    /** What it brings. */
    public Nutrients nutrients() {
        return food.of(grams);
    }
}
