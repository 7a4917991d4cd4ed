package dev.trellis.interventions.outcome;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no effect estimate (domain 07.5).
 *
 * @param phaseDays how many days of the outcome there are; null when there is none at all
 */
public record MissingEffect(Reason reason, @Nullable PhaseDays phaseDays) {
    /** Why. */
    public enum Reason {
        /** Nothing was recorded of the outcome, or it may not be shown to this person. */
        NOT_RECORDED,
        /** Fewer than seven days, or than 60 percent of the days, before the start or during the period. */
        TOO_FEW_DAYS,
        /** Its values hardly ever differ. */
        TOO_FEW_VALUES;

        /** The word stored and sent. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
