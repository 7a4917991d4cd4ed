package dev.trellis.adaptation.matching;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How near what was done comes to what was planned.
 *
 * @param score      0 to 1, over the components that are known
 * @param confidence the weight of those, 0 to 1
 * @param kind       whether it was the same sort of thing, 0 to 1
 * @param dose       how much of the planned amount; null when neither is known
 */
public record Similarity(
        double score,
        double confidence,
        double kind,
        @Nullable Double dose,
        Map<Component, Double> components) {
    private static final double TOLERATED = 0.10;
    private static final double NOTHING_LEFT_AFTER = 0.50;
    private static final double SAME_TIME_HOURS = 2;
    private static final double OTHER_TIME_HOURS = 12;

    /** What is compared. */
    public enum Component {
        TYPE,
        DURATION,
        DISTANCE,
        EXERCISES,
        INTENSITY,
        ENERGY,
        MACROS,
        ITEMS,
        TIME_OF_DAY
    }

    public Similarity {
        var copy = new EnumMap<Component, Double>(Component.class);
        copy.putAll(components);
        components = Collections.unmodifiableMap(copy);
    }

    /** Of different kinds altogether, however alike the rest may be. */
    static Similarity gated(@Nullable Double dose) {
        return new Similarity(0, 1, 0, dose, Map.of(Component.TYPE, 0.0));
    }

    /** Weighted over what is known; {@code kinds} are the components that say what sort of thing it was. */
    static Similarity of(
            Map<Component, Double> weights,
            Map<Component, Double> known,
            List<Component> kinds,
            @Nullable Double dose) {
        return new Similarity(
                mean(weights, known, List.copyOf(known.keySet())),
                sum(weights, List.copyOf(known.keySet())),
                mean(weights, known, kinds.stream().filter(known::containsKey).toList()),
                dose,
                known);
    }

    /** 1 for a tenth off, falling to 0 at six tenths; null when either is missing (domain 04.1). */
    public static @Nullable Double ofRatio(@Nullable Double actual, @Nullable Double planned) {
        var ratio = ratio(actual, planned);
        if (ratio == null) {
            return null;
        }
        double off = Math.abs(ratio - 1);
        return off <= TOLERATED + 1e-12 ? 1.0 : Math.max(0, 1 - (off - TOLERATED) / NOTHING_LEFT_AFTER);
    }

    static @Nullable Double ratio(@Nullable Double actual, @Nullable Double planned) {
        return actual == null || planned == null || planned <= 0 ? null : (Double) (actual / planned);
    }

    /** 1 within two hours, falling to 0 at twelve. */
    static double ofHours(double hoursApart) {
        return Math.clamp((OTHER_TIME_HOURS - hoursApart) / (OTHER_TIME_HOURS - SAME_TIME_HOURS), 0, 1);
    }

    private static double mean(Map<Component, Double> weights, Map<Component, Double> known, List<Component> over) {
        double all = sum(weights, over);
        double weighted = over.stream()
                .mapToDouble(component -> weights.getOrDefault(component, 0.0) * known.getOrDefault(component, 0.0))
                .sum();
        return all == 0 ? 0 : weighted / all;
    }

    private static double sum(Map<Component, Double> weights, List<Component> over) {
        return over.stream()
                .mapToDouble(component -> weights.getOrDefault(component, 0.0))
                .sum();
    }
}
