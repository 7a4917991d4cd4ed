package dev.trellis.adaptation.web;

import dev.trellis.adaptation.DayOverride;
import dev.trellis.adaptation.EntrySnapshot;
import dev.trellis.adaptation.change.Difference;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as a page: what it changes, in words.
 *
 * @param form what was just answered about symptoms
 */
public record AdjustmentView(DayOverride override, List<Difference> differences, Form form) {
    static AdjustmentView of(DayOverride override, Form form) {
        var differences = new ArrayList<Difference>();
        var training = override.trainingOverride();
        if (training != null) {
            differences.addAll(between(training.before(), training.after()));
        }
        var food = override.nutritionOverride();
        if (food != null) {
            differences.add(new Difference("The day", food.kcalBefore() + " kcal", food.kcalAfter() + " kcal"));
            differences.addAll(between(food.before(), food.after()));
        }
        return new AdjustmentView(override, List.copyOf(differences), form);
    }

    /** Where its page is. */
    public String address() {
        return AdjustmentPages.ROOT + "/" + override.id();
    }

    public String action(String what) {
        return address() + "/" + what;
    }

    public boolean pending() {
        return override.status() == DayOverride.Status.PENDING;
    }

    /** Whether the day is like this now. */
    public boolean applied() {
        return override.status() == DayOverride.Status.APPROVED || override.status() == DayOverride.Status.AUTO_APPLIED;
    }

    /** Where it stands, in a word or two. */
    public String standing() {
        return switch (override.status()) {
            case PENDING -> "waits for you";
            case APPROVED -> "agreed";
            case AUTO_APPLIED -> override.hold() ? "for safety" : "done by itself";
            case UNDONE -> "taken back";
            case REJECTED ->
                override.reason() == null
                        ? "declined"
                        : override.reason().equals("expired") ? "its time has passed" : "a newer one took its place";
        };
    }

    /** 0 to 100, whole. */
    public String readiness() {
        var readiness = override.inputs().readiness();
        return readiness == null ? "" : Long.toString(Math.round(readiness));
    }

    /** In percent. */
    public String trust() {
        return Math.round(100 * override.confidence()) + " %";
    }

    /** In words. */
    public String illness() {
        return override.inputs().illness().replace('_', ' ');
    }

    private static List<Difference> between(List<EntrySnapshot> before, List<EntrySnapshot> after) {
        var now = after.stream().collect(Collectors.toMap(EntrySnapshot::id, Function.identity()));
        return before.stream()
                .map(one -> new Difference(one.title(), words(one), words(now.getOrDefault(one.id(), one))))
                .filter(one -> !one.from().equals(one.to()))
                .toList();
    }

    private static String words(EntrySnapshot entry) {
        if (entry.status() == CalendarEvent.Status.OFF) {
            return "off";
        }
        return entry.session() != null ? words(entry.session()) : words(entry.meal());
    }

    private static String words(SessionDetail session) {
        var parts = new ArrayList<String>();
        if (session.cardio() != null) {
            parts.add(session.cardio().easyMinutes() + " easy minutes");
            if (session.cardio().hardMinutes() > 0) {
                parts.add(session.cardio().hardMinutes() + " hard ones");
            }
        }
        session.exercises().stream().map(AdjustmentView::words).forEach(parts::add);
        if (session.note() != null) {
            parts.add(session.note());
        }
        return String.join(", ", parts);
    }

    private static String words(ExerciseDetail exercise) {
        return exercise.name() + " " + exercise.sets() + " sets"
                + (exercise.loadKg() == null ? "" : " with " + exercise.loadKg() + " kg") + ", "
                + exercise.inReserve() + " in reserve";
    }

    private static String words(@Nullable MealDetail meal) {
        return meal == null
                ? ""
                : meal.items().stream()
                        .map(item -> item.grams() + " g " + item.name())
                        .collect(Collectors.joining(", "));
    }
}
