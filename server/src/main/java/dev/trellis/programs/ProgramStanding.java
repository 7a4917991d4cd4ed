package dev.trellis.programs;

import dev.trellis.programs.CalendarEvent.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Where a person stands in their program today.
 *
 * @param day      counted from 1; 0 before it begins
 * @param days     of the whole program
 * @param week     counted from 1; 0 before it begins
 * @param daysLeft until the first day after it, today included
 * @param today    what is on today, changes applied
 * @param next     the next session that is waited for, today's included
 */
public record ProgramStanding(
        StoredProgram program,
        LocalDate date,
        int day,
        int days,
        int week,
        int daysLeft,
        List<CalendarEvent> today,
        Optional<CalendarEvent> next) {
    static final int DAYS_LOOKED_AHEAD = 14;

    public ProgramStanding {
        today = List.copyOf(today);
    }

    static ProgramStanding of(StoredProgram program, LocalDate today, List<CalendarEvent> ahead) {
        var summary = program.summary();
        int days = (int) ChronoUnit.DAYS.between(summary.startDate(), summary.endDate());
        int day = Math.clamp(ChronoUnit.DAYS.between(summary.startDate(), today) + 1, 0, days);
        return new ProgramStanding(
                program,
                today,
                day,
                days,
                Math.ceilDiv(day, 7),
                (int) Math.max(0, ChronoUnit.DAYS.between(today, summary.endDate())),
                ahead.stream().filter(event -> event.date().equals(today)).toList(),
                ahead.stream()
                        .filter(event -> event.kind() == CalendarEvent.Kind.SESSION)
                        .filter(event -> event.status() == Status.PLANNED)
                        .findFirst());
    }
}
