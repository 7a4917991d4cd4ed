package dev.trellis.interventions.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a summary is made of.
 *
 * @param records     check-ins in any order; several on one date are merged, those outside the period left out
 * @param lastDayOver false when the period was completed on its last day, which may still be recorded
 * @param outcome     the outcome chosen before the start, or null when none was
 * @param dailySeries series to look for correlations in, besides the period's own mood and completion
 * @param edFlagged   the person is flagged for an eating disorder: nothing about weight or calories is shown
 */
public record PeriodFacts(
        PeriodDays days,
        List<DailyRecord> records,
        boolean lastDayOver,
        boolean autoCompleted,
        boolean early,
        @Nullable PlannedOutcome outcome,
        List<DailySeries> dailySeries,
        boolean edFlagged) {

    /** A period without a planned outcome and other series. */
    public static PeriodFacts of(PeriodDays days, List<DailyRecord> records) {
        return new PeriodFacts(days, records, true, false, false, null, List.of(), false);
    }
}
