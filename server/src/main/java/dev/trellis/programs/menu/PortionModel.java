package dev.trellis.programs.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * Grams of a menu as a linear program (domain 03.4): portions in steps, and for each nutrient and meal what is too little
 * and too much, weighted by how much it matters.
 */
final class PortionModel {
    static final double KCAL_WEIGHT = 4;
    static final double PROTEIN_WEIGHT = 3;
    static final double RELAXED_PROTEIN_WEIGHT = 1;
    static final double FAT_WEIGHT = 2;
    static final double CARBOHYDRATE_WEIGHT = 0.5;
    static final double FIBRE_WEIGHT = 1;
    static final double MEAL_WEIGHT = 0.5;
    /** So much that whoever can stay above the floors does. */
    static final double FLOOR_WEIGHT = 50;

    static final double LOOSER_MEALS = 0.35;
    static final double LESS_FIBRE = 0.80;
    static final double LOOSER_FAT = 0.20;

    private final List<MenuItem> items;
    private final MenuTargets targets;
    private final Set<Relaxation> relaxed;

    PortionModel(List<MenuItem> items, MenuTargets targets, Set<Relaxation> relaxed) {
        this.items = items;
        this.targets = targets;
        this.relaxed = relaxed;
    }

    /** The smallest weighted deviation with portions of any size within their bounds: steps of each item. */
    double[] steps() {
        return solution(model(false).minimise());
    }

    /**
     * Whole steps, from a branch and bound that stops after so many nodes. Not after so many milliseconds, and on one
     * thread, so that the same menu gets the same portions on every machine.
     */
    double[] wholeSteps(int nodes) {
        var model = model(true);
        model.options.integer(IntegerStrategy.DEFAULT.withParallelism(() -> 1));
        model.options.iterations_suffice = nodes;
        model.options.iterations_abort = nodes;
        return solution(model.minimise());
    }

    private double[] solution(Optimisation.Result result) {
        var solution = new double[items.size()];
        for (var i = 0; i < solution.length; i++) {
            solution[i] = result.doubleValue(i);
        }
        return solution;
    }

    private ExpressionsBasedModel model(boolean whole) {
        var model = new ExpressionsBasedModel();
        var steps = new ArrayList<Variable>();
        for (var item : items) {
            var food = item.food();
            var step = model.newVariable("x" + steps.size());
            steps.add(step);
            if (whole) {
                step.integer(true).lower(food.leastSteps()).upper(food.mostSteps());
            } else {
                step.lower((double) food.minGrams() / food.stepGrams())
                        .upper((double) food.maxGrams() / food.stepGrams());
            }
        }
        day(model, steps, "kcal", Nutrients::kcal, targets.kcal(), KCAL_WEIGHT, 0, 0);
        day(model, steps, "protein", Nutrients::protein, targets.protein(), proteinWeight(relaxed), 0, 0);
        double fat = looserFat(targets, relaxed);
        day(model, steps, "fat", Nutrients::fat, targets.fat(), FAT_WEIGHT, fat, fat);
        if (!relaxed.contains(Relaxation.CARBOHYDRATE)) {
            day(
                    model,
                    steps,
                    "carbohydrate",
                    Nutrients::carbohydrate,
                    targets.carbohydrate(),
                    CARBOHYDRATE_WEIGHT,
                    0,
                    0);
        }
        atLeast(model, steps, "fibre", Nutrients::fibre, fibreTarget(targets, relaxed), FIBRE_WEIGHT);
        if (kcalFloorIsNear(targets)) {
            atLeast(model, steps, "kcal floor", Nutrients::kcal, targets.kcalFloor(), FLOOR_WEIGHT);
        }
        if (proteinFloorIsNear(targets, relaxed)) {
            atLeast(model, steps, "protein floor", Nutrients::protein, targets.proteinFloor(), FLOOR_WEIGHT);
        }
        meals(model, steps);
        return model;
    }

    private void day(
            ExpressionsBasedModel model,
            List<Variable> steps,
            String name,
            ToDoubleFunction<Nutrients> nutrient,
            double target,
            double weight,
            double freeBelow,
            double freeAbove) {
        var sum = model.newExpression(name).lower(target - freeBelow).upper(target + freeAbove);
        for (var i = 0; i < items.size(); i++) {
            sum.set(steps.get(i), perStep(items.get(i), nutrient));
        }
        deviations(model, sum, name, weight / target, weight / target);
    }

    private void atLeast(
            ExpressionsBasedModel model,
            List<Variable> steps,
            String name,
            ToDoubleFunction<Nutrients> nutrient,
            double target,
            double weight) {
        var sum = model.newExpression(name).lower(target);
        for (var i = 0; i < items.size(); i++) {
            sum.set(steps.get(i), perStep(items.get(i), nutrient));
        }
        sum.set(model.newVariable(name + "-").lower(0).weight(weight / target), 1);
    }

    private void meals(ExpressionsBasedModel model, List<Variable> steps) {
        for (var meal : Meal.ofDay(targets.meals())) {
            double target = meal.share(targets.meals()) * targets.kcal();
            double free = relaxed.contains(Relaxation.MEAL_SHARES) ? LOOSER_MEALS * target : 0;
            var sum = model.newExpression(meal.name()).lower(target - free).upper(target + free);
            for (var i = 0; i < items.size(); i++) {
                if (items.get(i).meal() == meal) {
                    sum.set(steps.get(i), perStep(items.get(i), Nutrients::kcal));
                }
            }
            deviations(model, sum, meal.name(), MEAL_WEIGHT / target, MEAL_WEIGHT / target);
        }
    }

    private static void deviations(
            ExpressionsBasedModel model, Expression sum, String name, double above, double below) {
        sum.set(model.newVariable(name + "+").lower(0).weight(above), -1);
        sum.set(model.newVariable(name + "-").lower(0).weight(below), 1);
    }

    static double fibreTarget(MenuTargets targets, Set<Relaxation> relaxed) {
        return relaxed.contains(Relaxation.FIBRE) ? LESS_FIBRE * targets.fibre() : targets.fibre();
    }

    static double looserFat(MenuTargets targets, Set<Relaxation> relaxed) {
        return relaxed.contains(Relaxation.FAT) ? LOOSER_FAT * targets.fat() : 0;
    }

    /** Where protein may fall to its floor it still falls no further than it must. */
    static double proteinWeight(Set<Relaxation> relaxed) {
        return relaxed.contains(Relaxation.PROTEIN) ? RELAXED_PROTEIN_WEIGHT : PROTEIN_WEIGHT;
    }

    /** Only then can an accepted day fall below it. */
    static boolean kcalFloorIsNear(MenuTargets targets) {
        return targets.kcalFloor() > 0.95 * targets.kcal();
    }

    static boolean proteinFloorIsNear(MenuTargets targets, Set<Relaxation> relaxed) {
        return relaxed.contains(Relaxation.PROTEIN) || targets.proteinFloor() > 0.90 * targets.protein();
    }

    private static double perStep(MenuItem item, ToDoubleFunction<Nutrients> nutrient) {
        return nutrient.applyAsDouble(item.food().per100Grams()) * item.food().stepGrams() / 100;
    }
}
