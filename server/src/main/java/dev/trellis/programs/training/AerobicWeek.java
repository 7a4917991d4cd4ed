package dev.trellis.programs.training;

/**
 * Aerobic minutes of a week against the WHO's goal of 150 to 300 (domain 02.6; Bull et al. 2020).
 *
 * @param moderate minutes in zone 2
 * @param vigorous minutes above
 */
public record AerobicWeek(double moderate, double vigorous) {
    private static final double GOAL = 150;

    /** A vigorous minute counts for two. */
    public double equivalentMinutes() {
        return moderate + 2 * vigorous;
    }

    /** Whether the goal is met. */
    public boolean isMet() {
        return equivalentMinutes() >= GOAL;
    }
}
