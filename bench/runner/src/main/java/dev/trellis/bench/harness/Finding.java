package dev.trellis.bench.harness;

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

    /** True for what is only told, too. */
    public boolean kept() {
        return bound == null || bound.keptBy(ratio);
    }
}
