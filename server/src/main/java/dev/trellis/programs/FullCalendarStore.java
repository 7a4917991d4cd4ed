package dev.trellis.programs;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * The hottest read: days of the calendar with all they hold. Every entry is kept as the text that is answered, so that
 * reading a week is reading its rows and nothing else.
 */
@ApplicationScoped
class FullCalendarStore {
    private final Database database;

    FullCalendarStore(Database database) {
        this.database = database;
    }

    /** One's own, from one day to another, both included; a {@link FullCalendar} as JSON. */
    String between(Actor actor, LocalDate from, LocalDate to) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"events\":["
                + String.join(",", entries(actor, from, to)) + "]}";
    }

    private List<String> entries(Actor actor, LocalDate from, LocalDate to) {
        return database.query(
                actor,
                """
                select rendered
                  from calendar_events
                 where user_id = :user and date between :from and :to
                 order by date, start_time nulls last, kind, id
                """,
                query -> query.bind("user", actor.userId()).bind("from", from).bind("to", to),
                rows -> rows.mapTo(String.class).list());
    }
}
