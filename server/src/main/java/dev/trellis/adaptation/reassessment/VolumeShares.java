package dev.trellis.adaptation.reassessment;

import dev.trellis.programs.training.Muscle;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Shares a new budget out over the muscles (domain 06.3): in proportion to what each has, but by at most a set for each
 * (two for advanced lifters) and within its range. What does not fit waits for the next review.
 */
public final class VolumeShares {
    private VolumeShares() {}

    /**
     * Weekly sets of each muscle for a budget.
     *
     * @param current     sets of each muscle now
     * @param largestStep sets by which one muscle may change
     */
    public static Map<Muscle, Double> of(
            Map<Muscle, Double> current, double budget, double largestStep, double least, double most) {
        double sum = current.values().stream().mapToDouble(Double::doubleValue).sum();
        var shares = new EnumMap<Muscle, Double>(Muscle.class);
        current.forEach((muscle, sets) -> {
            double wanted = sum == 0 ? sets : sets * budget / sum;
            double stepped = Math.clamp(wanted, sets - largestStep, sets + largestStep);
            double lower = Math.min(least, sets);
            double upper = Math.max(most, sets);
            shares.put(muscle, Math.clamp(stepped, lower, upper));
        });
        return Collections.unmodifiableMap(shares);
    }
}
