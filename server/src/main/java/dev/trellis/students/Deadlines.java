package dev.trellis.students;

import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** By when somebody should have begun with a case (domain 10.2): critical one working day, high two, moderate five. */
@ApplicationScoped
class Deadlines {
    private final InstantSource clock;

    Deadlines(InstantSource clock) {
        this.clock = clock;
    }

    /** What a course adds to a deadline: its today, its breaks; and its title, for whoever is told. */
    record CourseCalendar(String title, LocalDate today, List<Pause> breaks) {
        LocalDate due(RiskLevel level) {
            return WorkingDays.after(
                    today,
                    switch (level) {
                        case CRITICAL -> 1;
                        case HIGH -> 2;
                        case MODERATE, LOW -> 5;
                    },
                    day -> breaks.stream().anyMatch(pause -> pause.holds(day)));
        }
    }

    record Pause(UUID courseId, LocalDate fromDay, LocalDate untilDay) {
        boolean holds(LocalDate day) {
            return !day.isBefore(fromDay) && !day.isAfter(untilDay);
        }
    }

    private record Title(UUID id, String title, String timeZone) {}

    Map<UUID, CourseCalendar> of(Handle tx, Collection<UUID> courseIds) {
        var breaks = tx.createQuery("""
                        select course_id, from_day, until_day from course_breaks where course_id = any (:courses)
                        """).bindArray("courses", UUID.class, courseIds).mapTo(Pause.class).stream()
                .collect(Collectors.groupingBy(Pause::courseId));
        var now = clock.instant();
        var calendars = new HashMap<UUID, CourseCalendar>();
        tx.createQuery("select id, title, time_zone from courses where id = any (:courses)")
                .bindArray("courses", UUID.class, courseIds)
                .mapTo(Title.class)
                .forEach(course -> calendars.put(
                        course.id(),
                        new CourseCalendar(
                                course.title(),
                                today(now, course),
                                Objects.requireNonNullElse(breaks.get(course.id()), List.of()))));
        return calendars;
    }

    private static LocalDate today(Instant now, Title course) {
        return LocalDate.ofInstant(now, ZoneId.of(course.timeZone()));
    }
}
