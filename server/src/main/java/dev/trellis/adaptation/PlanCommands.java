package dev.trellis.adaptation;

import dev.trellis.adaptation.change.DayEdits;
import dev.trellis.adaptation.change.Edit;
import dev.trellis.adaptation.change.Edit.Changed;
import dev.trellis.adaptation.change.Edit.Invalid;
import dev.trellis.adaptation.change.MealEdits;
import dev.trellis.adaptation.change.Plan;
import dev.trellis.adaptation.change.SessionEdits;
import dev.trellis.adaptation.change.WeekReplan;
import dev.trellis.programs.CalendarEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a wanted change means for the calendar: which rule it goes to, once everything that rule needs is there. */
final class PlanCommands {
    private static final String NEEDED = "This kind of change needs it.";

    private PlanCommands() {}

    static Edit edit(Plan plan, PlanChangeCommand command) {
        if (command.kind() == HandChange.REPLAN_WEEK) {
            return replan(plan, command);
        }
        var entry = entry(plan, command.itemId());
        return entry == null ? new Invalid("/item_id", NEEDED) : edit(plan, command, entry);
    }

    private static Edit edit(Plan plan, PlanChangeCommand command, CalendarEvent entry) {
        return switch (command.kind()) {
            case MOVE ->
                command.toDate() == null && command.toTime() == null
                        ? new Invalid("/to_date", "A move needs a day, a time, or both.")
                        : DayEdits.move(
                                plan,
                                entry,
                                Objects.requireNonNullElse(command.toDate(), entry.date()),
                                command.toTime());
            case SWAP -> swap(plan, command, entry);
            case SKIP -> DayEdits.skip(plan, entry);
            case SCALE ->
                command.factor() == null
                        ? new Invalid("/factor", NEEDED)
                        : SessionEdits.scale(plan, entry, command.factor().doubleValue());
            case REPLACE_FOOD ->
                command.foodId() == null || command.newFoodId() == null
                        ? new Invalid(command.foodId() == null ? "/food_id" : "/new_food_id", NEEDED)
                        : MealEdits.exchange(plan, entry, command.foodId(), command.newFoodId(), command.grams());
            case REPLAN_WEEK -> replan(plan, command);
        };
    }

    private static Edit swap(Plan plan, PlanChangeCommand command, CalendarEvent entry) {
        if (command.exerciseId() != null && command.newExerciseId() != null) {
            return SessionEdits.exchange(plan, entry, command.exerciseId(), command.newExerciseId());
        }
        var other = entry(plan, command.withItemId());
        return other == null || other.equals(entry)
                ? new Invalid(
                        "/with_item_id",
                        "Name another session to change days with, or exercise_id and new_exercise_id.")
                : DayEdits.swap(plan, entry, other);
    }

    private static Edit replan(Plan plan, PlanChangeCommand command) {
        var today = plan.limits().today();
        var from = replannedFrom(command, today);
        return from.isBefore(today)
                ? new Invalid("/from", "A week is planned anew from today, " + today + ", or a later day.")
                : WeekReplan.from(plan, from);
    }

    static LocalDate replannedFrom(PlanChangeCommand command, LocalDate today) {
        return Objects.requireNonNullElse(command.from(), today);
    }

    private static @Nullable CalendarEvent entry(Plan plan, @Nullable UUID itemId) {
        return itemId == null ? null : plan.item(itemId).orElse(null);
    }

    /** Entries as they were before a change. */
    static Edit takeBack(Plan plan, List<CalendarEvent> before) {
        return before.stream()
                .map(entry -> plan.item(entry.itemId()))
                .flatMap(Optional::stream)
                .map(plan::tooLate)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> plan.within(new Changed(before, List.of(), "")));
    }
}
