package dev.trellis.programs.training;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session on its day.
 *
 * @param hard    leaves so little in reserve that the same muscles need two days
 * @param minutes how long it takes, warm-up included
 * @param cardio  null in a strength session
 */
public record PlannedSession(
        DayOfWeek day,
        SessionKind kind,
        boolean hard,
        int minutes,
        List<PlannedExercise> exercises,
        @Nullable PlannedCardio cardio) {
    public PlannedSession {
        exercises = List.copyOf(exercises);
    }
}
