package dev.trellis.adaptation.change;

import dev.trellis.adaptation.change.Edit.Changed;
import dev.trellis.adaptation.change.Edit.Invalid;
import dev.trellis.adaptation.change.Edit.Nothing;
import dev.trellis.adaptation.change.Edit.Refused;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.CalendarEvent.Status;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of when something is due, or whether at all. */
public final class DayEdits {
    private static final String ANY_TIME = "any time";
    private static final int LAST_OF_WEEK = 6;

    private DayEdits() {}

    /** @param time null keeps the one it has */
    public static Edit move(Plan plan, CalendarEvent entry, LocalDate day, @Nullable LocalTime time) {
        var limits = plan.limits();
        if (day.isBefore(limits.today())) {
            return new Invalid("/to_date", "The new day is today, " + limits.today() + ", or a later one.");
        }
        if (day.isAfter(limits.lastDay()) || day.isBefore(limits.firstDay())) {
            return new Invalid(
                    "/to_date", "The program goes from %s to %s.".formatted(limits.firstDay(), limits.lastDay()));
        }
        var at = time == null ? entry.startTime() : time;
        var moved = entry.movedTo(day, at);
        if (moved.equals(entry)) {
            return new Nothing("%s is on %s already.".formatted(entry.title(), Days.words(day)));
        }
        if (entry.kind() == Kind.MEAL && !day.equals(entry.date())) {
            return moveMeal(plan, entry, day, time);
        }
        return plan.tooLate(entry)
                .or(() -> calledOff(entry))
                .orElseGet(() -> plan.within(new Changed(
                        List.of(moved),
                        List.of(new Difference(entry.title(), when(entry), when(moved))),
                        "%s moves from %s to %s.".formatted(entry.title(), when(entry), when(moved)))));
    }

    /** Every day keeps one meal of each kind: whoever moves one has the other day's in its place. */
    private static Edit moveMeal(Plan plan, CalendarEvent entry, LocalDate day, @Nullable LocalTime time) {
        var late = plan.tooLate(entry).or(() -> calledOff(entry));
        if (late.isPresent()) {
            return late.get();
        }
        return plan.entries().stream()
                .filter(other -> other.date().equals(day) && other.status() == Status.PLANNED && areAlike(entry, other))
                .findFirst()
                .map(other -> swap(plan, entry, other, time))
                .orElseGet(() -> new Refused(
                        "%s has no %s that could come to %s in its place."
                                .formatted(
                                        Days.words(day),
                                        entry.title().toLowerCase(Locale.ROOT),
                                        Days.words(entry.date())),
                        "Give it another time of the same day, or exchange its foods."));
    }

    /** Two sessions change places, or two meals of the same kind. */
    public static Edit swap(Plan plan, CalendarEvent one, CalendarEvent other) {
        return swap(plan, one, other, null);
    }

    /** @param time of the first from then on; null for the other's */
    private static Edit swap(Plan plan, CalendarEvent one, CalendarEvent other, @Nullable LocalTime time) {
        if (!areAlike(one, other)) {
            return new Invalid("/with_item_id", "Two sessions can change days, or two meals of the same kind.");
        }
        if (one.date().equals(other.date())) {
            return new Nothing("Both are on %s.".formatted(Days.words(one.date())));
        }
        if (one.kind() == Kind.MEAL && !Days.monday(one.date()).equals(Days.monday(other.date()))) {
            return new Refused(
                    "Meals change places within a week, for a week's menu is made as a whole.",
                    "Choose a day from %s on, up to %s."
                            .formatted(
                                    Days.words(Days.monday(one.date())),
                                    Days.words(Days.monday(one.date()).plusDays(LAST_OF_WEEK))));
        }
        var first = one.movedTo(other.date(), time == null ? other.startTime() : time);
        var second = other.movedTo(one.date(), one.startTime());
        return plan.tooLate(one)
                .or(() -> plan.tooLate(other))
                .or(() -> calledOff(one))
                .or(() -> calledOff(other))
                .orElseGet(() -> plan.within(new Changed(
                        List.of(first, second),
                        List.of(
                                new Difference(one.title(), when(one), when(first)),
                                new Difference(other.title(), when(other), when(second))),
                        "%s and %s change days: %s and %s."
                                .formatted(one.title(), other.title(), when(first), when(second)))));
    }

    private static boolean areAlike(CalendarEvent one, CalendarEvent other) {
        return one.kind() == other.kind()
                && (one.kind() == Kind.SESSION
                        || one.meal().meal() == other.meal().meal());
    }

    /** It is called off. */
    public static Edit skip(Plan plan, CalendarEvent entry) {
        if (entry.status() == Status.OFF) {
            return new Nothing("%s on %s is called off already.".formatted(entry.title(), Days.words(entry.date())));
        }
        return plan.tooLate(entry)
                .orElseGet(() -> plan.within(new Changed(
                        List.of(entry.with(Status.OFF)),
                        List.of(new Difference(entry.title(), when(entry), "called off")),
                        "%s on %s is called off.".formatted(entry.title(), Days.words(entry.date())))));
    }

    static Optional<Edit> calledOff(CalendarEvent entry) {
        return entry.status() == Status.OFF
                ? Optional.of(new Nothing("%s on %s was called off; take that back first."
                        .formatted(entry.title(), Days.words(entry.date()))))
                : Optional.empty();
    }

    static String when(CalendarEvent entry) {
        return "%s, %s".formatted(Days.words(entry.date()), entry.startTime() == null ? ANY_TIME : entry.startTime());
    }
}
