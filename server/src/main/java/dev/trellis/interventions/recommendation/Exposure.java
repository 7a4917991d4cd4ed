package dev.trellis.interventions.recommendation;

import java.util.Collection;

/** How evenly the catalogue is shown (domain 08.5, the monthly report). */
public final class Exposure {
    /** Above this the report raises an alarm. */
    public static final double ALARM = 0.6;

    private Exposure() {}

    /**
     * The Gini coefficient of how often each item was shown, in [0,1): 0 when all are shown equally, towards 1 when one
     * takes everything. Items never shown belong in the counts as 0.
     */
    public static double gini(Collection<Long> shown) {
        var sorted = shown.stream().mapToLong(Long::longValue).sorted().toArray();
        double total = 0;
        double ranked = 0;
        for (var i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0) {
                throw new IllegalArgumentException("an item cannot be shown " + sorted[i] + " times");
            }
            total += sorted[i];
            ranked += (i + 1.0) * sorted[i];
        }
        return total == 0 ? 0 : 2 * ranked / (sorted.length * total) - (sorted.length + 1.0) / sorted.length;
    }
}
