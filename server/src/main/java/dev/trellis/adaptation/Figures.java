package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Similarity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shares as they are stored: four decimals, HALF_UP. */
final class Figures {
    private static final int DECIMALS = 4;
    /** More than this many times the plan is just very much more. */
    private static final double MOST = 99;

    private Figures() {}

    static BigDecimal share(double value) {
        return BigDecimal.valueOf(Math.min(value, MOST)).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    static @Nullable BigDecimal shareOrNull(@Nullable Double value) {
        return value == null ? null : share(value);
    }

    /** Of many shares together. */
    static BigDecimal sum(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** By the wire name of what was compared. */
    static Map<String, BigDecimal> components(Similarity similarity) {
        var components = new TreeMap<String, BigDecimal>();
        similarity
                .components()
                .forEach((component, value) -> components.put(component.name().toLowerCase(Locale.ROOT), share(value)));
        return components;
    }
}
