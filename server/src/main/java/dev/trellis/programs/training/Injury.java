package dev.trellis.programs.training;

/** Something that hurts, and how much it keeps from training (domain 02.8). */
public record Injury(InjuryRegion region, Severity severity) {
    /** How bad it is. */
    public enum Severity {
        /** Noticed, nothing more: less load. */
        NIGGLE,
        /** Limits what can be done: exercises that ask for it are exchanged. */
        LIMITS,
        /** Acute, after an operation, or swollen: no new plan until a clinician has cleared it. */
        ACUTE
    }
}
