package dev.trellis.programs.training;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A place in a session for one exercise: what fits best, and what is taken when nothing of that is possible (domain 02.7, 02.8). */
@SuppressWarnings("ImmutableEnumChecker") // unmodifiable copies of enums and rules
public enum Slot {
    SQUAT(
            Role.LEGS,
            pattern(MovementPattern.SQUAT),
            pattern(MovementPattern.LUNGE),
            pattern(MovementPattern.KNEE_EXTENSION)),
    LUNGE(Role.LEGS, pattern(MovementPattern.LUNGE), pattern(MovementPattern.KNEE_EXTENSION)),
    SQUAT_OR_LUNGE(
            Role.LEGS, pattern(MovementPattern.SQUAT, MovementPattern.LUNGE), pattern(MovementPattern.KNEE_EXTENSION)),
    HINGE(
            Role.LEGS,
            hinge(),
            compound(MovementPattern.HINGE),
            pattern(MovementPattern.KNEE_FLEXION),
            group("glute_main")),
    HINGE_LIGHT(
            Role.LEGS,
            hinge(),
            compound(MovementPattern.HINGE),
            pattern(MovementPattern.KNEE_FLEXION),
            group("glute_main")),
    GLUTE(Role.EXTRA, group("glute_main"), pattern(MovementPattern.HIP_ABDUCTION)),
    KNEE_FLEXION(Role.EXTRA, pattern(MovementPattern.KNEE_FLEXION)),
    QUAD_ISOLATION(Role.EXTRA, pattern(MovementPattern.KNEE_EXTENSION)),
    CALF(Role.EXTRA, pattern(MovementPattern.PLANTAR_FLEXION)),
    CALF_OR_CARRY(Role.EXTRA, pattern(MovementPattern.PLANTAR_FLEXION, MovementPattern.CARRY)),
    HORIZONTAL_PUSH(Role.PUSH, compound(MovementPattern.HORIZONTAL_PUSH)),
    VERTICAL_PUSH(Role.PUSH, compound(MovementPattern.VERTICAL_PUSH), compound(MovementPattern.HORIZONTAL_PUSH)),
    HORIZONTAL_PULL(Role.PULL, compound(MovementPattern.HORIZONTAL_PULL), pattern(MovementPattern.HORIZONTAL_PULL)),
    VERTICAL_PULL(Role.PULL, compound(MovementPattern.VERTICAL_PULL), compound(MovementPattern.HORIZONTAL_PULL)),
    CHEST_ISOLATION(Role.EXTRA, group("chest_iso")),
    SHOULDER_ABDUCTION(Role.EXTRA, pattern(MovementPattern.SHOULDER_ABDUCTION)),
    SIDE_OR_REAR_DELT(Role.EXTRA, group("side_delt_iso", "rear_delt_iso")),
    REAR_DELT(Role.EXTRA, group("rear_delt_iso")),
    ELBOW_FLEXION(Role.EXTRA, pattern(MovementPattern.ELBOW_FLEXION)),
    ELBOW_EXTENSION(Role.EXTRA, pattern(MovementPattern.ELBOW_EXTENSION)),
    CORE(
            Role.EXTRA,
            pattern(
                    MovementPattern.ANTI_EXTENSION,
                    MovementPattern.ANTI_LATERAL_FLEXION,
                    MovementPattern.ANTI_ROTATION,
                    MovementPattern.TRUNK_FLEXION));

    private final Role role;
    private final List<Predicate<Exercise>> choices;

    /** What a session must not be without, or may. */
    enum Role {
        PUSH,
        PULL,
        LEGS,
        EXTRA
    }

    @SafeVarargs
    Slot(Role role, Predicate<Exercise>... choices) {
        this.role = role;
        this.choices = List.of(choices);
    }

    Role role() {
        return role;
    }

    /** What to look for, the best fit first. */
    List<Predicate<Exercise>> choices() {
        return choices;
    }

    private static Predicate<Exercise> pattern(MovementPattern... patterns) {
        var wanted = Set.of(patterns);
        return exercise -> wanted.contains(exercise.pattern());
    }

    private static Predicate<Exercise> compound(MovementPattern pattern) {
        return exercise -> exercise.pattern() == pattern && exercise.isCompound();
    }

    /** Hamstrings first: glutes have a slot of their own, and are worked by squats and lunges besides. */
    private static Predicate<Exercise> hinge() {
        return compound(MovementPattern.HINGE)
                .and(exercise -> exercise.primary().contains(Muscle.HAMSTRINGS));
    }

    private static Predicate<Exercise> group(String... groups) {
        var wanted = Set.of(groups);
        return exercise -> wanted.contains(exercise.substitutionGroup());
    }
}
