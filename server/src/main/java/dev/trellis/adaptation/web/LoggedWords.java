package dev.trellis.adaptation.web;

import dev.trellis.nutrition.FoodEntries;
import dev.trellis.nutrition.FoodEntry;
import dev.trellis.platform.Actor;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.PageRequest;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercises;
import dev.trellis.tracking.Activities;
import dev.trellis.tracking.Activity;
import dev.trellis.tracking.DoneExercise;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was done for something planned, in words, to stand beside it. */
@ApplicationScoped
class LoggedWords {
    private static final Map<String, String> EXERCISES =
            Exercises.shipped().all().stream().collect(Collectors.toUnmodifiableMap(Exercise::id, Exercise::name));
    private static final PageRequest ALL = PageRequest.of(100, null);

    private final Activities activities;
    private final FoodEntries foods;

    LoggedWords(Activities activities, FoodEntries foods) {
        this.activities = activities;
        this.foods = foods;
    }

    /** A line each; none as long as nothing was logged for it. A session may be done a day early or late. */
    List<String> of(Actor actor, CalendarEvent entry) {
        var days = new DayRange(entry.date().minusDays(1), entry.date().plusDays(1));
        return switch (entry.kind()) {
            case SESSION ->
                activities.list(actor, days, ALL).items().stream()
                        .filter(activity -> entry.itemId().equals(activity.plannedSessionInstanceId()))
                        .findFirst()
                        .map(LoggedWords::words)
                        .orElse(List.of());
            case MEAL ->
                foods.list(actor, days, ALL).items().stream()
                        .filter(eaten -> entry.itemId().equals(eaten.plannedMealInstanceId()))
                        .findFirst()
                        .map(LoggedWords::words)
                        .orElse(List.of());
        };
    }

    private static List<String> words(Activity activity) {
        var lines = new ArrayList<String>();
        lines.add(Math.round(activity.durationS() / 60.0) + " minutes"
                + (activity.distanceM() == null
                        ? ""
                        : ", " + plain(activity.distanceM().movePointLeft(3)) + " km")
                + (activity.rpe() == null ? "" : ", effort " + activity.rpe() + " of 10"));
        var done = activity.exercises();
        if (done != null) {
            done.stream().map(LoggedWords::words).forEach(lines::add);
        }
        return List.copyOf(lines);
    }

    private static String words(DoneExercise exercise) {
        var sets = exercise.sets().stream()
                .map(set -> (set.reps() != null ? set.reps().toString() : set.seconds() + " s")
                        + (set.loadKg() == null ? "" : " × " + plain(set.loadKg()) + " kg"))
                .collect(Collectors.joining(", "));
        return EXERCISES.getOrDefault(exercise.exerciseId(), exercise.exerciseId()) + ": " + sets;
    }

    private static List<String> words(FoodEntry eaten) {
        return eaten.foods().stream()
                .map(food -> (food.grams() == null ? "" : plain(food.grams()) + " g ") + food.name())
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
