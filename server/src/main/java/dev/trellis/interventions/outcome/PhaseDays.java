package dev.trellis.interventions.outcome;

/** How many days of each phase have a value of the outcome, out of how many. */
public record PhaseDays(int baselineRecorded, int baselineDays, int periodRecorded, int periodDays) {
    private static final int NEEDED_PER_PHASE = 7;
    private static final int NEEDED_PERCENT = 60;

    /** The data rule of domain 07.5: 7 days and 60 percent of the days in each phase. */
    boolean suffice() {
        return suffices(baselineRecorded, baselineDays) && suffices(periodRecorded, periodDays);
    }

    private static boolean suffices(int recorded, int days) {
        return recorded >= NEEDED_PER_PHASE && 100L * recorded >= (long) NEEDED_PERCENT * days;
    }
}
