package dev.trellis.interventions.outcome;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The honest summary of a completed period: the three figures stored in columns of their own, and the details.
 *
 * @param adherenceRate 0.00 to 100.00 percent, 2 decimals
 * @param averageMood   1.00 to 5.00, 2 decimals; null without any mood
 * @param moodTrend     null when there is too little data, see {@link SummaryDetails#moodTrendReason}
 */
public record Summary(
        BigDecimal adherenceRate,
        @Nullable BigDecimal averageMood,
        @Nullable MoodTrend moodTrend,
        @JsonUnwrapped SummaryDetails details) {}
