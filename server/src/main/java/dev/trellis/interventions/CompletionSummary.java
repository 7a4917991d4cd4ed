package dev.trellis.interventions;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a period, honestly.
 *
 * @param adherenceRate 0.00 to 100.00 percent of what was planned (domain file 07.2)
 * @param averageMood 1.00 to 5.00; null when no mood was recorded
 * @param moodTrend improved, declined or stable; null with too little data, and {@code summary_json} says so
 * @param summaryJson streaks, missed days, the effect estimate with its uncertainty, sentences (domain file 07.8)
 */
public record CompletionSummary(
        UUID id,
        UUID interventionPeriodId,
        BigDecimal adherenceRate,
        @Nullable BigDecimal averageMood,
        @Nullable String moodTrend,
        JsonNode summaryJson) {}
