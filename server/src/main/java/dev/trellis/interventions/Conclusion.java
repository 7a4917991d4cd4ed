package dev.trellis.interventions;

import dev.trellis.interventions.outcome.SummaryDetails;
import org.jspecify.annotations.Nullable;

/**
 * A period as it was lived and what came of it.
 *
 * @param summary null while it goes on, when it was abandoned, and until the summary is written
 * @param details what the summary's JSON holds
 * @param feedback what the person said of it; null when they have not
 */
public record Conclusion(
        LivedPeriod lived,
        @Nullable CompletionSummary summary,
        @Nullable SummaryDetails details,
        @Nullable Feedback feedback) {}
