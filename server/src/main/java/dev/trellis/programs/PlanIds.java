package dev.trellis.programs;

import dev.trellis.platform.TimedId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The ids that a program, what it plans, and the entries of its calendar will have. */
record PlanIds(UUID program, List<UUID> sessions, List<UUID> meals, List<UUID> sessionEntries, List<UUID> mealEntries) {
    /** New ones for a program of this bundle. */
    static PlanIds of(ProgramBundle bundle) {
        var sessions = bundle.sessions().size();
        var meals = bundle.meals().size();
        return new PlanIds(TimedId.next(), next(sessions), next(meals), next(sessions), next(meals));
    }

    private static List<UUID> next(int number) {
        return Stream.generate(TimedId::next).limit(number).toList();
    }
}
