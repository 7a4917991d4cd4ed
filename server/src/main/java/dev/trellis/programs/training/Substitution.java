package dev.trellis.programs.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What to do instead of an exercise: the same group first, then its easier one, then the same pattern (domain 02.8). */
public final class Substitution {
    private static final String MAIN = "_main";
    private static final String EASY = "_easy";

    private final Exercises exercises;
    private final Predicate<Exercise> allowed;

    /** @param allowed which exercises the person can and may do */
    public Substitution(Exercises exercises, Predicate<Exercise> allowed) {
        this.exercises = exercises;
        this.allowed = allowed;
    }

    /** The best replacement that is not among those already in the session; the least skill decides, then the id. */
    public Optional<Exercise> of(Exercise exercise, Set<String> inSession) {
        var easier = exercise.substitutionGroup().replace(MAIN, EASY);
        return Stream.<Predicate<Exercise>>of(
                        other -> other.substitutionGroup().equals(exercise.substitutionGroup()),
                        other -> other.substitutionGroup().equals(easier),
                        other -> other.pattern() == exercise.pattern() && other.mechanic() == exercise.mechanic())
                .flatMap(rule -> candidates(rule, exercise, inSession).stream().limit(1))
                .findFirst();
    }

    private List<Exercise> candidates(Predicate<Exercise> rule, Exercise exercise, Set<String> inSession) {
        return exercises.all().stream()
                .filter(rule)
                .filter(allowed)
                .filter(other -> !other.id().equals(exercise.id()) && !inSession.contains(other.id()))
                .sorted(Comparator.comparingInt(Exercise::skill).thenComparing(Exercise::id))
                .toList();
    }
}
