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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of when something is due, or whether at all. */
public final class DayEdits {
    private static final String ANY_TIME = "any time";

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
            return new Refused(
                    "A meal belongs to its day: without it %s would bring too little, and %s too much."
                            .formatted(Days.words(entry.date()), Days.words(day)),
                    "Give it another time of the same day, or exchange its foods.");
        }
        return plan.tooLate(entry)
                .or(() -> calledOff(entry))
                .orElseGet(() -> plan.within(new Changed(
                        List.of(moved),
                        List.of(new Difference(entry.title(), when(entry), when(moved))),
                        "%s moves from %s to %s.".formatted(entry.title(), when(entry), when(moved)))));
    }

    /** Two sessions change places. */
    public static Edit swap(Plan plan, CalendarEvent one, CalendarEvent other) {
        if (one.kind() == Kind.MEAL || other.kind() == Kind.MEAL) {
            return new Invalid("/with_item_id", "Two sessions can change days; meals belong to theirs.");
        }
        if (one.date().equals(other.date())) {
            return new Nothing("Both are on %s.".formatted(Days.words(one.date())));
        }
        var first = one.movedTo(other.date(), other.startTime());
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
