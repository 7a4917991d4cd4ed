package dev.trellis.bench.harness;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report.
 *
 * @param bound what was promised; null for figures that are only told
 * @param details whatever else was measured: percentiles, rounds
 */
public record Finding(
        String work,
        Figure product,
        Figure yardstick,
        Ratio ratio,
        @Nullable Bound bound,
        Map<String, Object> details) {
    /** Without details. */
    public Finding(String work, Figure product, Figure yardstick, Ratio ratio, @Nullable Bound bound) {
        this(work, product, yardstick, ratio, bound, Map.of());
    }

    /** What was done a second, beside a yardstick of this name. */
    public static Finding rates(String work, Rounds rounds, String yardstick, @Nullable Bound bound) {
        return new Finding(
                work,
                Figure.product(rounds.productMedian(), "/s"),
                new Figure(rounds.yardstickMedian(), "/s", yardstick),
                rounds.ratio(),
                bound,
                Map.of("rounds", rounds));
    }

    /** How much longer than most those waited who waited longest, over these rounds. */
    public static Finding tail(String work, List<Load> rounds, @Nullable Bound bound) {
        var medians = rounds.stream().map(load -> load.percentileMicros(0.50)).toList();
        var tails = rounds.stream().map(load -> load.percentileMicros(0.99)).toList();
        return new Finding(
                work,
                Figure.product(Ratio.median(tails) / 1000, "ms"),
                new Figure(Ratio.median(medians) / 1000, "ms", "its median"),
                new Rounds(tails, medians).ratio(),
                bound);
    }

    /** True for what is only told, too. */
    public boolean kept() {
        return bound == null || bound.keptBy(ratio);
    }
}
