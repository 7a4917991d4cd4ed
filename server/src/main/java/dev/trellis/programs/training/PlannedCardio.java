package dev.trellis.programs.training;

/**
 * Cardio of a session.
 *
 * @param easyMinutes in zones 1 and 2
 * @param hardMinutes in zone 4, in intervals
 * @param runWalk     a minute of running and two of walking in turn
 */
public record PlannedCardio(String exerciseId, int easyMinutes, int hardMinutes, boolean runWalk) {
    /** All of it. */
    public int minutes() {
        return easyMinutes + hardMinutes;
    }
}
