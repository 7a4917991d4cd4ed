package dev.trellis.programs.training;

import java.util.List;

/** The training weeks of a program, or why there are none. */
public sealed interface TrainingPlan {
    /** The weeks; {@code notes} hold for all of them. */
    record Planned(TrainingLevel level, VolumeRange range, List<TrainingWeek> weeks, List<PlanNote> notes)
            implements TrainingPlan {
        public Planned {
            weeks = List.copyOf(weeks);
            notes = List.copyOf(notes);
        }
    }

    /** No plan: mostly because a clinician should be asked first. */
    record Refused(Reason reason) implements TrainingPlan {}

    /** Why there is none. */
    enum Reason {
        SYMPTOMS,
        ACUTE_INJURY,
        PREGNANCY_WITHOUT_CLINICIAN,
        /** What is owned, wanted and allowed leaves no session. */
        NOTHING_POSSIBLE
    }
}
