package dev.trellis.adaptation.web;

import dev.trellis.adaptation.HandChange;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.CalendarEvent.Status;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.training.Exercises;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is asked for a change of an entry: which fields there are, what can be chosen in them, and what was typed.
 *
 * @param form shown again as it was typed, with what is wrong
 */
public record ChangeForm(CalendarEvent entry, HandChange change, Form form) {
    /** Every food that ships, by name. */
    static final List<Option> FOODS = Foods.shipped().all().stream()
            .map(food -> Option.of(food.id(), food.name()))
            .sorted(Comparator.comparing(Option::label))
            .toList();

    private static final List<Option> EXERCISES = Exercises.shipped().all().stream()
            .map(exercise -> Option.of(exercise.id(), exercise.name()))
            .sorted(Comparator.comparing(Option::label))
            .toList();
    private static final List<Option> FACTORS = List.of(
            Option.of("0.5", "Half of it"), Option.of("0.75", "Three quarters"), Option.of("1.25", "A quarter more"));

    /** Every change this entry allows, with these values filled in. */
    static List<ChangeForm> of(CalendarEvent entry, Form form) {
        return Stream.of(HandChange.MOVE, HandChange.SCALE, HandChange.SWAP, HandChange.REPLACE_FOOD, HandChange.SKIP)
                .map(change -> new ChangeForm(entry, change, form))
                .filter(ChangeForm::isPossible)
                .toList();
    }

    private boolean isPossible() {
        return switch (change) {
            case MOVE -> true;
            case SCALE -> session();
            case SWAP -> session() && !entry.session().exercises().isEmpty();
            case REPLACE_FOOD -> !session() && !entry.meal().items().isEmpty();
            case SKIP -> entry.status() != Status.OFF;
            case REPLAN_WEEK -> false;
        };
    }

    /** Whether there is anything to type. */
    public boolean asks() {
        return isPossible() && change != HandChange.SKIP;
    }

    public boolean session() {
        return entry.kind() == Kind.SESSION;
    }

    public String kind() {
        return change.name().toLowerCase(Locale.ROOT);
    }

    public String action() {
        return PlanChangePages.ROOT + "/new/" + entry.id();
    }

    public String title() {
        return switch (change) {
            case MOVE -> "Another day or time";
            case SCALE -> "More or less of it";
            case SWAP -> "Another exercise";
            case REPLACE_FOOD -> "Another food";
            case SKIP -> "Not this time";
            case REPLAN_WEEK -> "The rest of the week anew";
        };
    }

    /** What the entry has now: exercises of a session, foods of a meal. */
    public List<Option> planned() {
        return session()
                ? entry.session().exercises().stream()
                        .map(exercise -> Option.of(exercise.exerciseId(), exercise.name()))
                        .toList()
                : entry.meal().items().stream()
                        .map(item -> Option.of(item.foodId(), item.name()))
                        .toList();
    }

    /** What could be there instead. */
    public List<Option> offered() {
        return session() ? EXERCISES : FOODS;
    }

    public List<Option> factors() {
        return FACTORS;
    }
}
