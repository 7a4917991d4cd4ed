package dev.trellis.programs;

import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session or a meal on the day it is due, with every change applied.
 *
 * @param itemId      of the planned session or meal, by which adherence and links know it
 * @param plannedDate for which the program planned it; {@code date} is another one once it was moved
 * @param startTime   the person's own time of day; null for any
 * @param changes     the overrides and plan changes that made it what it is, the latest last
 * @param revision    counts every change and every taking back
 */
public record CalendarEvent(
        UUID id,
        UUID programId,
        UUID itemId,
        Kind kind,
        LocalDate plannedDate,
        LocalDate date,
        @Nullable LocalTime startTime,
        String title,
        Status status,
        CalendarDetail detail,
        List<UUID> changes,
        int revision) {
    /** What it is. */
    public enum Kind {
        SESSION,
        MEAL
    }

    /** Whether it is waited for. */
    public enum Status {
        PLANNED,
        /** Skipped by decision. */
        OFF
    }

    public CalendarEvent {
        changes = List.copyOf(changes);
    }

    /** As its program plans it: waited for, and nothing changed of it. */
    static CalendarEvent asPlanned(
            UUID id,
            UUID programId,
            UUID itemId,
            Kind kind,
            LocalDate date,
            @Nullable LocalTime startTime,
            String title,
            CalendarDetail detail) {
        return new CalendarEvent(
                id, programId, itemId, kind, date, date, startTime, title, Status.PLANNED, detail, List.of(), 0);
    }

    /** As a session; for entries of that kind only. */
    public SessionDetail session() {
        return (SessionDetail) detail;
    }

    /** As a meal; for entries of that kind only. */
    public MealDetail meal() {
        return (MealDetail) detail;
    }

    /** With another content. */
    public CalendarEvent with(CalendarDetail other) {
        return new CalendarEvent(
                id, programId, itemId, kind, plannedDate, date, startTime, title, status, other, changes, revision);
    }

    /** On another day, at another time. */
    public CalendarEvent movedTo(LocalDate day, @Nullable LocalTime time) {
        return new CalendarEvent(
                id, programId, itemId, kind, plannedDate, day, time, title, status, detail, changes, revision);
    }

    /** Waited for or not. */
    public CalendarEvent with(Status other) {
        return new CalendarEvent(
                id, programId, itemId, kind, plannedDate, date, startTime, title, other, detail, changes, revision);
    }

    /** Under another name. */
    public CalendarEvent titled(String other) {
        return new CalendarEvent(
                id, programId, itemId, kind, plannedDate, date, startTime, other, status, detail, changes, revision);
    }
}
