package dev.trellis.programs.menu;

import java.util.List;

/** Whole steps near a solution: rounded, then improved by changing up to three foods at a time until nothing helps. */
final class PortionSearch {
    private static final double ENOUGH = 1e-9;

    private final PortionScore score;
    private final int[] least;
    private final int[] most;
    private final int[] steps;

    PortionSearch(List<MenuItem> items, PortionScore score) {
        this.score = score;
        least = items.stream().mapToInt(item -> item.food().leastSteps()).toArray();
        most = items.stream().mapToInt(item -> item.food().mostSteps()).toArray();
        steps = new int[least.length];
    }

    int[] from(double[] solution) {
        for (var i = 0; i < steps.length; i++) {
            steps[i] = Math.clamp(Math.round(solution[i]), least[i], most[i]);
            score.add(i, steps[i]);
        }
        for (var changes = 1; changes <= 3; changes++) {
            if (improved(0, changes, score.value())) {
                changes = 0;
            }
        }
        return steps;
    }

    /** Takes the first change of so many foods, from the given one on, that is better than what there was. */
    private boolean improved(int from, int changes, double before) {
        if (changes == 0) {
            return score.value() < before - ENOUGH;
        }
        for (var i = from; i < steps.length; i++) {
            for (var by = -1; by <= 1; by += 2) {
                int next = steps[i] + by;
                if (next < least[i] || next > most[i]) {
                    continue;
                }
                move(i, by);
                if (improved(i + 1, changes - 1, before)) {
                    return true;
                }
                move(i, -by);
            }
        }
        return false;
    }

    private void move(int item, int by) {
        steps[item] += by;
        score.add(item, by);
    }
}
