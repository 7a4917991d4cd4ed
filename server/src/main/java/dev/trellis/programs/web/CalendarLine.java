package dev.trellis.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.programs.CalendarEvent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of my calendar.
 *
 * @param itemId      of the planned session or meal
 * @param plannedDate for which the program planned it
 * @param startTime   absent for any time
 * @param changed     it is not as the program planned it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarLine(
        UUID id,
        UUID programId,
        UUID itemId,
        CalendarEvent.Kind kind,
        LocalDate date,
        LocalDate plannedDate,
        @Nullable LocalTime startTime,
        String title,
        CalendarEvent.Status status,
        boolean changed) {
    static CalendarLine of(CalendarEvent event) {
        return new CalendarLine(
                event.id(),
                event.programId(),
                event.itemId(),
                event.kind(),
                event.date(),
                event.plannedDate(),
                event.startTime(),
                event.title(),
                event.status(),
                !event.changes().isEmpty());
    }
}
