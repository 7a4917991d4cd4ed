package dev.trellis.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The ids that a program, what it plans, and the entries of its calendar will have. */
record PlanIds(UUID program, List<UUID> sessions, List<UUID> meals, List<UUID> sessionEntries, List<UUID> mealEntries) {
    /** How many a program of this bundle takes. */
    static int needed(ProgramBundle bundle) {
        return 1 + 2 * (bundle.sessions().size() + bundle.meals().size());
    }

    /** Deals out as many as were needed, in the order of time. */
    static PlanIds of(ProgramBundle bundle, List<UUID> drawn) {
        var rest = new ArrayList<>(drawn);
        var program = rest.removeFirst();
        var sessions = take(rest, bundle.sessions().size());
        var meals = take(rest, bundle.meals().size());
        var sessionEntries = take(rest, bundle.sessions().size());
        return new PlanIds(
                program,
                sessions,
                meals,
                sessionEntries,
                take(rest, bundle.meals().size()));
    }

    private static List<UUID> take(List<UUID> rest, int number) {
        var head = rest.subList(0, number);
        var taken = List.copyOf(head);
        head.clear();
        return taken;
    }
}
