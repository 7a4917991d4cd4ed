package dev.trellis.interventions.outcome;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How mood moved from the first half of a period to the second; descriptive, no proof of a cause. */
public enum MoodTrend {
    /** Higher in the second half. */
    IMPROVED,
    /** Lower in the second half. */
    DECLINED,
    /** Neither by enough to say so. */
    STABLE;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word stored and sent: {@code improved}, {@code declined} or {@code stable}. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
