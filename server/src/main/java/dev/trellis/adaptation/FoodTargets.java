package dev.trellis.adaptation;

import dev.trellis.programs.energy.MacroTargets;
import dev.trellis.programs.energy.MacroTargets.Macros;
import dev.trellis.programs.menu.MenuTargets;
import java.util.Optional;

/** What the meals of a day should bring for another number of kcal. */
final class FoodTargets {
    private static final double LEAST_CARBOHYDRATE = 50;

    private FoodTargets() {}

    /** For one day: protein, fat and fibre stay, carbohydrate is what gives (domain 05.5). */
    static MenuTargets ofDay(Macros usual, int kcal, int floor, int meals) {
        double carbohydrate = Math.max(LEAST_CARBOHYDRATE, usual.carbohydrate() + (kcal - usual.kcal()) / 4.0);
        return new MenuTargets(
                kcal,
                usual.protein(),
                carbohydrate,
                usual.fat(),
                usual.fibre(),
                Math.min(floor, kcal),
                usual.proteinFloor(),
                meals);
    }

    /** From now on; nothing when protein and fat alone need more. */
    static Optional<Macros> macros(RunningProgram program, double kg, int kcal) {
        boolean deficit = program.eating() != null && program.eating().goal().isLoss();
        double rate = program.request().proteinNeed(deficit).gramsPerKg();
        return MacroTargets.of(kcal, program.bodyAt(kg), rate) instanceof Macros macros
                ? Optional.of(macros)
                : Optional.empty();
    }

    /** The same as targets of a menu. */
    static MenuTargets of(Macros macros, int floor, int meals) {
        return new MenuTargets(
                macros.kcal(),
                macros.protein(),
                Math.max(1, macros.carbohydrate()),
                macros.fat(),
                macros.fibre(),
                floor,
                macros.proteinFloor(),
                meals);
    }
}
