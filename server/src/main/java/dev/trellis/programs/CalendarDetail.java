package dev.trellis.programs;

import dev.trellis.programs.menu.Meal;
import dev.trellis.programs.training.PlannedCardio;
import dev.trellis.programs.training.SessionKind;
import dev.trellis.programs.training.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry of the calendar holds, whole, as it is now. */
public sealed interface CalendarDetail {
    /**
     * A training session.
     *
     * @param light   part of a deload
     * @param hard    leaves so little in reserve that the same muscles need two days
     * @param minutes how long it takes, warm-up included
     * @param cardio  null in a strength session
     * @param note    what replaces it, or what to mind; null when nothing
     */
    record SessionDetail(
            SessionKind kind,
            int weekNumber,
            boolean light,
            boolean hard,
            int minutes,
            List<ExerciseDetail> exercises,
            @Nullable PlannedCardio cardio,
            @Nullable String note)
            implements CalendarDetail {
        public SessionDetail {
            exercises = List.copyOf(exercises);
        }

        /** Working sets altogether. */
        public int sets() {
            return exercises.stream().mapToInt(ExerciseDetail::sets).sum();
        }
    }

    /**
     * An exercise of a session; its numbers mean what they mean in
     * {@link dev.trellis.programs.training.PlannedExercise}.
     */
    record ExerciseDetail(
            String exerciseId,
            String name,
            Slot slot,
            int sets,
            int repMin,
            int repMax,
            boolean timed,
            int inReserve,
            int restSeconds,
            int percentLow,
            int percentHigh,
            @Nullable Double loadKg) {}

    /**
     * A meal; kcal and g, over its items.
     *
     * @param note what to mind; null when nothing
     */
    record MealDetail(
            Meal meal,
            double kcal,
            double protein,
            double carbs,
            double fat,
            double fibre,
            List<MealItem> items,
            @Nullable String note)
            implements CalendarDetail {
        public MealDetail {
            items = List.copyOf(items);
        }
    }

    /** So many grams of a food. */
    record MealItem(String foodId, String name, int grams, double kcal) {}
}
