package dev.trellis.programs.training;

/** What somebody trains for (domain 02.1). */
public enum TrainingGoal {
    HEALTH,
    STRENGTH,
    HYPERTROPHY,
    FAT_LOSS,
    RUN_5K,
    RUN_10K,
    ENDURANCE,
    RETURN_FROM_BREAK;

    /** Whether the week is built around cardio. */
    public boolean isEndurance() {
        return this == RUN_5K || this == RUN_10K || this == ENDURANCE;
    }
}
