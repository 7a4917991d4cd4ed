package dev.trellis.programs.menu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the grams of a menu (domain 03.4): the linear program first, then whole portions. */
public final class PortionSolver {
    /** Enough for the optimum of a usual day, in about a fifth of a second. */
    static final int USUAL_NODES = 5_000;

    private final int nodes;

    /** With the usual effort. */
    public PortionSolver() {
        this(USUAL_NODES);
    }

    /** @param nodes of branch and bound; 0 leaves it at improving the rounded solution */
    public PortionSolver(int nodes) {
        this.nodes = nodes;
    }

    /**
     * How near portions of any size could come.
     *
     * @param objective  the weighted deviation
     * @param nearEnough energy and protein are within what is accepted
     * @param conflicts  the items whose portions would have to leave their bounds to help, the worst first
     */
    record Outlook(double objective, boolean nearEnough, List<Integer> conflicts) {}

    Outlook outlook(List<MenuItem> items, MenuTargets targets) {
        var score = new PortionScore(items, targets, Set.of());
        var steps = new PortionModel(items, targets, Set.of()).steps();
        for (var i = 0; i < steps.length; i++) {
            score.add(i, steps[i]);
        }
        var conflicts = IntStream.range(0, steps.length)
                .filter(i -> isInTheWay(items.get(i).food(), steps[i], score.marginal(i)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(score.marginal(i))))
                .toList();
        return new Outlook(score.value(), score.isNear(), conflicts);
    }

    private static boolean isInTheWay(Food food, double steps, double marginal) {
        boolean wantsLess = marginal > 1e-6 && steps * food.stepGrams() <= food.minGrams() + 1e-6;
        return wantsLess || (marginal < -1e-6 && steps * food.stepGrams() >= food.maxGrams() - 1e-6);
    }

    /** The portions, giving up as little as possible, in the order of {@link Relaxation}. */
    public DayMenu solve(List<MenuItem> items, MenuTargets targets) {
        var strict = solve(items, targets, EnumSet.noneOf(Relaxation.class));
        if (strict.isAccepted(targets) || items.isEmpty()) {
            return strict;
        }
        var relaxed = EnumSet.noneOf(Relaxation.class);
        for (var relaxation : Relaxation.values()) {
            relaxed.add(relaxation);
            var menu = solve(items, targets, relaxed);
            if (menu.isAccepted(targets)) {
                return menu;
            }
        }
        return strict;
    }

    /** The portions with exactly those targets relaxed. */
    DayMenu solve(List<MenuItem> items, MenuTargets targets, Set<Relaxation> relaxed) {
        if (items.isEmpty()) {
            return DayMenu.of(List.of(), targets, new PortionScore(items, targets, relaxed).value(), List.of());
        }
        var model = new PortionModel(items, targets, relaxed);
        var best = improved(items, targets, relaxed, model.steps());
        if (nodes > 0) {
            var searched = improved(items, targets, relaxed, model.wholeSteps(nodes));
            best = searched.objective() < best.objective() ? searched : best;
        }
        return best;
    }

    private static DayMenu improved(
            List<MenuItem> items, MenuTargets targets, Set<Relaxation> relaxed, double[] solution) {
        var score = new PortionScore(items, targets, relaxed);
        var steps = new PortionSearch(items, score).from(solution);
        var portions = new ArrayList<Portion>();
        for (var i = 0; i < steps.length; i++) {
            var item = items.get(i);
            portions.add(
                    new Portion(item.meal(), item.food(), steps[i] * item.food().stepGrams()));
        }
        return DayMenu.of(portions, targets, score.value(), List.copyOf(sorted(relaxed)));
    }

    private static List<Relaxation> sorted(Set<Relaxation> relaxed) {
        var list = new ArrayList<>(relaxed);
        Collections.sort(list);
        return list;
    }
}
