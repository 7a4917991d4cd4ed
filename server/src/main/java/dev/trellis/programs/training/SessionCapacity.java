package dev.trellis.programs.training;

/** How many working sets fit into a session, warm-up aside (domain 02.3). */
public final class SessionCapacity {
    private static final double WARM_UP_MINUTES = 8;
    private static final double MINUTES_PER_SET = 2.9;

    private SessionCapacity() {}

    /** Of minutes, for the usual mix of compound and isolation sets, rest included. */
    public static int sets(int minutes) {
        return (int) Math.floor((minutes - WARM_UP_MINUTES) / MINUTES_PER_SET);
    }

    /** How long so many sets take. */
    public static int minutes(int sets) {
        return (int) Math.ceil(WARM_UP_MINUTES + MINUTES_PER_SET * sets);
    }
}
