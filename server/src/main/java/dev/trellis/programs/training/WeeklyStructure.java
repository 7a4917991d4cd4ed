package dev.trellis.programs.training;

import static dev.trellis.programs.training.SessionKind.CARDIO;
import static dev.trellis.programs.training.SessionKind.FULL_BODY_A;
import static dev.trellis.programs.training.SessionKind.FULL_BODY_B;
import static dev.trellis.programs.training.SessionKind.FULL_BODY_C;
import static dev.trellis.programs.training.SessionKind.INTERVALS;
import static dev.trellis.programs.training.SessionKind.LEGS;
import static dev.trellis.programs.training.SessionKind.LOWER;
import static dev.trellis.programs.training.SessionKind.PULL;
import static dev.trellis.programs.training.SessionKind.PUSH;
import static dev.trellis.programs.training.SessionKind.UPPER;

import java.util.Collections;
import java.util.List;

/**
 * Which sessions make a week (domain 02.2). Two full-body days are A and C, for only together do they train every major
 * muscle twice; a full-body day beside an upper and a lower one is A for the same reason.
 */
final class WeeklyStructure {
    private WeeklyStructure() {}

    static List<SessionKind> of(int days, TrainingLevel level, TrainingGoal goal, Clearance clearance) {
        if (days < 1 || days > 6) {
            throw new IllegalArgumentException("a week has 1 to 6 training days, not " + days);
        }
        if (clearance == Clearance.WALKING_ONLY) {
            return Collections.nCopies(days, CARDIO);
        }
        return goal.isEndurance() ? endurance(days, clearance) : strength(days, level);
    }

    private static List<SessionKind> strength(int days, TrainingLevel level) {
        boolean novice = level == TrainingLevel.NOVICE;
        return switch (days) {
            case 1 -> List.of(FULL_BODY_A);
            case 2 -> List.of(FULL_BODY_A, FULL_BODY_C);
            case 3 ->
                level == TrainingLevel.ADVANCED
                        ? List.of(UPPER, LOWER, FULL_BODY_A)
                        : List.of(FULL_BODY_A, FULL_BODY_B, FULL_BODY_C);
            case 4 -> List.of(UPPER, LOWER, UPPER, LOWER);
            case 5 ->
                novice ? List.of(UPPER, LOWER, CARDIO, FULL_BODY_A, CARDIO) : List.of(UPPER, LOWER, PUSH, PULL, LEGS);
            default ->
                novice
                        ? List.of(FULL_BODY_A, CARDIO, FULL_BODY_B, CARDIO, FULL_BODY_C, CARDIO)
                        : List.of(PUSH, PULL, LEGS, PUSH, PULL, LEGS);
        };
    }

    private static List<SessionKind> endurance(int days, Clearance clearance) {
        var quality = clearance.allowsVigorous() ? INTERVALS : CARDIO;
        return switch (days) {
            case 1 -> List.of(CARDIO);
            case 2 -> List.of(CARDIO, FULL_BODY_A);
            case 3 -> List.of(quality, FULL_BODY_A, CARDIO);
            case 4 -> List.of(quality, FULL_BODY_A, CARDIO, FULL_BODY_C);
            case 5 -> List.of(quality, FULL_BODY_A, CARDIO, FULL_BODY_C, CARDIO);
            default -> List.of(FULL_BODY_A, quality, FULL_BODY_B, CARDIO, FULL_BODY_C, CARDIO);
        };
    }
}
