package dev.trellis.programs;

import dev.trellis.programs.energy.CalorieTarget;
import dev.trellis.programs.energy.Expenditure;
import dev.trellis.programs.energy.MacroTargets.Macros;
import dev.trellis.programs.energy.RestingEnergy;
import dev.trellis.programs.energy.SafetyStop;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.menu.MenuPlan;
import java.util.Set;

/** What a program says about eating, or why it says nothing. */
public sealed interface NutritionPlan {
    /**
     * Targets and menus.
     *
     * @param goal        the wanted one, or maintenance where a stop forbids a deficit
     * @param softened    the wanted goal was not taken
     * @param belowResting the target lies below resting energy and has to be confirmed
     * @param showNumbers calories and weight may be shown
     */
    record Planned(
            RestingEnergy resting,
            Expenditure expenditure,
            WeightGoal goal,
            boolean softened,
            CalorieTarget calories,
            Macros macros,
            boolean belowResting,
            boolean showNumbers,
            Set<SafetyStop> stops,
            MenuPlan menus)
            implements NutritionPlan {}

    /** Habits and training only: a stop forbids targets. */
    record Withheld(Set<SafetyStop> stops) implements NutritionPlan {}

    /** The goal is not one to be taken; the person chooses another. */
    record GoalRefused(WeightGoal.Refusal reason) implements NutritionPlan {}

    /** Protein and fat alone need more than the target. */
    record TooFewCalories(int kcal, double needed) implements NutritionPlan {}
}
