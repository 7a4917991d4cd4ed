package dev.trellis.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The hottest read: days of the calendar with all they hold. Every entry is kept as the text that is answered, so that
 * reading a week is reading its rows and nothing else.
 */
@ApplicationScoped
class FullCalendarStore {
    /** Of one person, from one day to another, both included; a {@link FullCalendar} as JSON. */
    String between(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"events\":["
                + String.join(",", entries(tx, userId, from, to)) + "]}";
    }

    private static List<String> entries(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select rendered
                          from calendar_events
                         where user_id = :user and date between :from and :to
                         order by date, start_time nulls last, kind, id
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .list();
    }
}
