package dev.trellis.adaptation.daily;

import java.util.List;

/** How much of a session is right after an illness that stopped training (domain 05.4). */
public final class ReturnToTraining {
    private static final int FREE_HOURS_NEEDED = 24;
    private static final int DAYS_FOR_CLINICIAN = 7;
    private static final List<Double> STEPS = List.of(0.50, 0.75, 1.00);

    private ReturnToTraining() {}

    /**
     * The share of the planned volume.
     *
     * @param hoursFree     without symptoms; without fever and without medicine against it
     * @param sessionsSince done since then
     */
    public static double share(int hoursFree, int sessionsSince) {
        return hoursFree < FREE_HOURS_NEEDED ? 0 : STEPS.get(Math.min(sessionsSince, STEPS.size() - 1));
    }

    /** Whether a clinician should be asked before training again. */
    public static boolean needsClinician(int daysIll, boolean chestSymptoms) {
        return daysIll >= DAYS_FOR_CLINICIAN || chestSymptoms;
    }
}
