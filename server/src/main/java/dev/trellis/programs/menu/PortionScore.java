package dev.trellis.programs.menu;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The weighted deviation of portions from their targets, the same sum that {@link PortionModel} makes smallest, kept as
 * running totals so that a step more or less of one food costs next to nothing.
 */
final class PortionScore {
    private static final List<ToDoubleFunction<Nutrients>> ROWS = List.of(
            Nutrients::kcal,
            Nutrients::protein,
            Nutrients::fat,
            Nutrients::carbohydrate,
            Nutrients::fibre,
            Nutrients::kcal,
            Nutrients::protein);

    private final double[][] perStep;
    private final double[] low;
    private final double[] high;
    private final double[] weight;
    private final double[] totals;

    PortionScore(List<MenuItem> items, MenuTargets targets, Set<Relaxation> relaxed) {
        var meals = Meal.ofDay(targets.meals());
        int rows = ROWS.size() + meals.size();
        low = new double[rows];
        high = new double[rows];
        weight = new double[rows];
        totals = new double[rows];
        row(0, targets.kcal(), PortionModel.KCAL_WEIGHT, 0, 0);
        row(1, targets.protein(), PortionModel.proteinWeight(relaxed), 0, 0);
        double fat = PortionModel.looserFat(targets, relaxed);
        row(2, targets.fat(), PortionModel.FAT_WEIGHT, fat, fat);
        boolean anyCarbohydrate = relaxed.contains(Relaxation.CARBOHYDRATE);
        row(3, targets.carbohydrate(), anyCarbohydrate ? 0 : PortionModel.CARBOHYDRATE_WEIGHT, 0, 0);
        row(4, PortionModel.fibreTarget(targets, relaxed), PortionModel.FIBRE_WEIGHT, 0, Double.POSITIVE_INFINITY);
        row(
                5,
                targets.kcalFloor(),
                PortionModel.kcalFloorIsNear(targets) ? PortionModel.FLOOR_WEIGHT : 0,
                0,
                Double.POSITIVE_INFINITY);
        row(
                6,
                targets.proteinFloor(),
                PortionModel.proteinFloorIsNear(targets, relaxed) ? PortionModel.FLOOR_WEIGHT : 0,
                0,
                Double.POSITIVE_INFINITY);
        for (var i = 0; i < meals.size(); i++) {
            double target = meals.get(i).share(targets.meals()) * targets.kcal();
            double free = relaxed.contains(Relaxation.MEAL_SHARES) ? PortionModel.LOOSER_MEALS * target : 0;
            row(ROWS.size() + i, target, PortionModel.MEAL_WEIGHT, free, free);
        }
        perStep = items.stream().map(item -> perStep(item, meals)).toArray(double[][]::new);
    }

    private void row(int row, double target, double importance, double freeBelow, double freeAbove) {
        low[row] = target - freeBelow;
        high[row] = target + freeAbove;
        weight[row] = importance / target;
    }

    private static double[] perStep(MenuItem item, List<Meal> meals) {
        var step = item.food().of(item.food().stepGrams());
        var rows = new double[ROWS.size() + meals.size()];
        for (var i = 0; i < ROWS.size(); i++) {
            rows[i] = ROWS.get(i).applyAsDouble(step);
        }
        rows[ROWS.size() + meals.indexOf(item.meal())] = step.kcal();
        return rows;
    }

    void add(int item, double steps) {
        for (var row = 0; row < totals.length; row++) {
            totals[row] += steps * perStep[item][row];
        }
    }

    double value() {
        double sum = 0;
        for (var row = 0; row < totals.length; row++) {
            sum += weight[row] * Math.max(0, Math.max(low[row] - totals[row], totals[row] - high[row]));
        }
        return sum;
    }

    /** Whether energy and protein are near enough to take the menu. */
    boolean isNear() {
        return Math.abs(totals[0] / low[0] - 1) <= DayMenu.KCAL_NEAR
                && Math.abs(totals[1] / low[1] - 1) <= DayMenu.PROTEIN_NEAR;
    }

    /** How much a step more of an item changes the value: negative where more would help. */
    double marginal(int item) {
        double marginal = 0;
        for (var row = 0; row < totals.length; row++) {
            if (totals[row] < low[row]) {
                marginal -= weight[row] * perStep[item][row];
            } else if (totals[row] > high[row]) {
                marginal += weight[row] * perStep[item][row];
            }
        }
        return marginal;
    }
}
