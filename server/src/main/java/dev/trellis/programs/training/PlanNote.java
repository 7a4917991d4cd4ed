package dev.trellis.programs.training;

/** Something the plan could not do as it should, or that the person has to know; never hidden. */
public record PlanNote(Kind kind, String text) {
    /** What it is about. */
    public enum Kind {
        FEWER_DAYS,
        SLOT_DROPPED,
        NO_PULLING,
        NIGGLE,
        SHORT_OF_SETS,
        ONCE_A_WEEK,
        NO_EXERCISE,
        CARDIO_EXCHANGED,
        CLEARANCE,
        BALANCE
    }
}
