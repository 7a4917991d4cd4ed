package dev.trellis.interventions.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the planned outcome against its baseline, in the outcome's unit; no proof of a cause (domain 07.5).
 *
 * @param outcome    the outcome's name
 * @param d          mean of the period minus mean of the baseline, as observed
 * @param m          the effect shrunken towards zero: of {@code d}, or of the level change in a long series
 * @param lo         lower end of the 95 percent interval of {@code m}
 * @param hi         its upper end
 * @param p          probability that the change is for the better
 * @param confounded another intervention started within three days of this one
 * @param segments   the regression of a long series; left out of the JSON of a short one
 */
public record Effect(
        String outcome,
        double d,
        double m,
        double lo,
        double hi,
        double p,
        PhaseDays phaseDays,
        Method method,
        boolean confounded,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Segments segments) {

    /** How the effect was estimated; the number of values decides, before anybody looks at them. */
    public enum Method {
        /** Difference of means, for fewer than 21 values in a phase. */
        SHRINKAGE,
        /** Segmented regression with AR(1) errors, for 21 or more in each phase. */
        SEGMENTED_REGRESSION;

        private final String wire = name().toLowerCase(Locale.ROOT);

        /** The word stored and sent. */
        @JsonValue
        public String wire() {
            return wire;
        }
    }

    /**
     * Level and slope change of the segmented regression, not shrunken.
     *
     * @param levelChange       b2: the step on the first day of the period
     * @param slopeChangePerDay b3: how much steeper the days after it run
     * @param autocorrelation   of the errors from one day to the next
     */
    public record Segments(Interval levelChange, Interval slopeChangePerDay, double autocorrelation) {}
}
