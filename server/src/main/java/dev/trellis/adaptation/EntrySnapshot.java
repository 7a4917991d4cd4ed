package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the calendar as it was, or as it shall be; kept with every change, so that it can be shown and taken back.
 *
 * @param session null for a meal
 * @param meal    null for a session
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntrySnapshot(
        UUID id,
        UUID programId,
        UUID itemId,
        LocalDate plannedDate,
        LocalDate date,
        @Nullable LocalTime startTime,
        String title,
        CalendarEvent.Status status,
        @Nullable SessionDetail session,
        @Nullable MealDetail meal,
        List<UUID> changes,
        int revision) {
    public EntrySnapshot {
        changes = List.copyOf(changes);
    }

    static EntrySnapshot of(CalendarEvent event) {
        boolean isSession = event.kind() == CalendarEvent.Kind.SESSION;
        return new EntrySnapshot(
                event.id(),
                event.programId(),
                event.itemId(),
                event.plannedDate(),
                event.date(),
                event.startTime(),
                event.title(),
                event.status(),
                isSession ? event.session() : null,
                isSession ? null : event.meal(),
                event.changes(),
                event.revision());
    }

    static List<EntrySnapshot> of(List<CalendarEvent> events) {
        return events.stream().map(EntrySnapshot::of).toList();
    }

    CalendarEvent event() {
        return new CalendarEvent(
                id,
                programId,
                itemId,
                session == null ? CalendarEvent.Kind.MEAL : CalendarEvent.Kind.SESSION,
                plannedDate,
                date,
                startTime,
                title,
                status,
                session == null ? Objects.requireNonNull(meal) : session,
                changes,
                revision);
    }

    static List<CalendarEvent> events(List<EntrySnapshot> snapshots) {
        return snapshots.stream().map(EntrySnapshot::event).toList();
    }
}
