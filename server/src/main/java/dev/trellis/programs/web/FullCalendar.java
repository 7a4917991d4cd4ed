package dev.trellis.programs.web;

import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code GET /calendar/full} answers; the database writes it in this shape. */
public record FullCalendar(LocalDate from, LocalDate to, List<Entry> events) {
    /**
     * An entry, as it is now.
     *
     * @param session  in sessions only
     * @param meal     in meals only; without kcal and g where numbers are not to be shown
     * @param revision counts every change and every taking back
     * @param changes  the overrides and plan changes that made it what it is, the latest last
     * @param planned  null where it is as planned
     */
    public record Entry(
            UUID id,
            UUID programId,
            UUID itemId,
            CalendarEvent.Kind kind,
            LocalDate date,
            @Nullable LocalTime startTime,
            String title,
            CalendarEvent.Status status,
            int revision,
            List<UUID> changes,
            @Nullable SessionDetail session,
            @Nullable MealDetail meal,
            @Nullable Planned planned) {}

    /** What the program had planned. */
    public record Planned(
            LocalDate date,
            @Nullable LocalTime startTime,
            @Nullable SessionDetail session,
            @Nullable MealDetail meal) {}
}
