package dev.trellis.programs;

/** Where a program stands; all but {@code ACTIVE} are ends. */
public enum ProgramStatus {
    ACTIVE,
    /** Lived to its last day. */
    COMPLETED,
    /** Another one took its place. */
    REPLACED,
    /** Ended by hand. */
    STOPPED
}
