package dev.trellis.adaptation.matching;

import java.util.List;
import java.util.OptionalDouble;

/** How much of what was planned in a period was done, 0 to 1; what is unknown counts neither way (domain 04.5). */
public final class PeriodAdherence {
    /** So many known items are needed for a figure. */
    public static final int KNOWN_NEEDED = 4;

    private static final double SIMILAR = 0.8;

    private PeriodAdherence() {}

    /** Empty with less than four known items, or with less than half of them known. */
    public static OptionalDouble of(List<Adherence> items) {
        var known = items.stream()
                .filter(item -> item.status() != AdherenceStatus.UNKNOWN)
                .toList();
        if (known.size() < KNOWN_NEEDED || 2 * known.size() < items.size()) {
            return OptionalDouble.empty();
        }
        return known.stream().mapToDouble(PeriodAdherence::credit).average();
    }

    /** What an item counts, 0 to 1; nothing, neither way, where its status is unknown. */
    public static double credit(Adherence item) {
        return switch (item.status()) {
            case COMPLETED -> 1;
            case SIMILAR -> SIMILAR;
            case PARTIAL -> Math.clamp(item.dose() == null ? 0 : item.dose(), 0.2, 0.7);
            case SKIPPED, UNKNOWN -> 0;
        };
    }
}
