package dev.trellis.bench.harness;

import java.util.Locale;

/** What a ratio must be. */
public record Bound(boolean atLeast, double value) {
    /** For throughput: the more the better. */
    public static Bound atLeast(double value) {
        return new Bound(true, value);
    }

    /** For time, cost and memory: the less the better. */
    public static Bound under(double value) {
        return new Bound(false, value);
    }

    /** Whether the median keeps it. */
    public boolean keptBy(Ratio ratio) {
        return atLeast ? ratio.median() >= value : ratio.median() < value;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.2f", atLeast ? "at least" : "under", value);
    }
}
