package dev.trellis.programs.menu;

import dev.trellis.programs.energy.CalorieTarget;
import dev.trellis.programs.energy.MacroTargets.Macros;

/**
 * What a day's meals should bring.
 *
 * @param kcal         never below {@code kcalFloor}
 * @param proteinFloor g that protein never falls below when targets must give
 * @param meals        3 or 4
 */
public record MenuTargets(
        int kcal,
        double protein,
        double carbohydrate,
        double fat,
        double fibre,
        int kcalFloor,
        double proteinFloor,
        int meals) {
    public MenuTargets {
        if (kcal < kcalFloor) {
            throw new IllegalArgumentException("a day of " + kcal + " kcal is below the floor of " + kcalFloor);
        }
        if (kcal <= 0 || protein <= 0 || carbohydrate <= 0 || fat <= 0 || fibre <= 0 || proteinFloor > protein + 0.5) {
            throw new IllegalArgumentException("targets are above zero, and protein above its floor");
        }
        Meal.ofDay(meals);
    }

    /** Of a calorie target and its macros. */
    public static MenuTargets of(CalorieTarget calories, Macros macros, int meals) {
        return new MenuTargets(
                calories.target(),
                macros.protein(),
                Math.max(1, macros.carbohydrate()),
                macros.fat(),
                macros.fibre(),
                calories.floor(),
                macros.proteinFloor(),
                meals);
    }
}
