package dev.trellis.programs.training;

/** Whether somebody may start, decided before any plan (domain 02.9; Riebe et al. 2015). */
public enum Clearance {
    /** Symptoms: no exercise before a clinician has seen them. */
    STOP,
    /** Not active, with a known disease: clearance first; walking is fine. */
    WALKING_ONLY,
    /** Not active so far: light to moderate, and slowly on. */
    START_SLOWLY,
    /** Active, with a known disease: moderate may go on, clearance before vigorous. */
    MODERATE_ONLY,
    /** Nothing against it. */
    CLEAR;

    /**
     * @param active   moderate exercise for 30 minutes on three days a week, for three months
     * @param disease  cardiovascular, metabolic or renal, known
     * @param symptoms of them, such as chest discomfort with effort or fainting
     */
    public static Clearance of(boolean active, boolean disease, boolean symptoms) {
        if (symptoms) {
            return STOP;
        }
        if (active) {
            return disease ? MODERATE_ONLY : CLEAR;
        }
        return disease ? WALKING_ONLY : START_SLOWLY;
    }

    boolean allowsVigorous() {
        return this == CLEAR;
    }
}
