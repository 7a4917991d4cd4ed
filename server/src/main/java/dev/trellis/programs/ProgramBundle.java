package dev.trellis.programs;

import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole program on its days: what is stored, and what a preview shows. */
public record ProgramBundle(
        ProgramInputs inputs,
        TrainingOverview training,
        NutritionOverview nutrition,
        List<Session> sessions,
        List<Meal> meals) {
    public ProgramBundle {
        sessions = List.copyOf(sessions);
        meals = List.copyOf(meals);
    }

    /** A session on its day; {@code startTime} is null for any time. */
    public record Session(LocalDate date, @Nullable LocalTime startTime, String title, SessionDetail session) {}

    /** A meal on its day. */
    public record Meal(LocalDate date, LocalTime startTime, String title, MealDetail meal) {}

    /** Whether there is anything to do or to eat. */
    public boolean isEmpty() {
        return sessions.isEmpty() && meals.isEmpty();
    }
}
