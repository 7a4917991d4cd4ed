package dev.trellis.programs;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    byte[] between(Actor actor, LocalDate from, LocalDate to) {
        var head = "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"events\":[";
        return joined(
                head.getBytes(StandardCharsets.UTF_8), entries(actor, from, to), "]}".getBytes(StandardCharsets.UTF_8));
    }

    /** As the bytes that came from the database: a week is some 30 kB, which need not become text in between. */
    private List<byte[]> entries(Actor actor, LocalDate from, LocalDate to) {
        return database.query(
                actor,
                """
                select rendered
                  from calendar_events
                 where user_id = :user and date between :from and :to
                 order by date, start_time nulls last, kind, id
                """,
                query -> query.bind("user", actor.userId()).bind("from", from).bind("to", to),
                rows -> rows.map((row, context) -> row.getBytes(1)).list());
    }

    private static byte[] joined(byte[] head, List<byte[]> entries, byte[] tail) {
        var length = head.length
                + entries.stream().mapToInt(entry -> entry.length).sum()
                + Math.max(0, entries.size() - 1)
                + tail.length;
        var whole = ByteBuffer.allocate(length).put(head);
        for (var i = 0; i < entries.size(); i++) {
            if (i > 0) {
                whole.put((byte) ',');
            }
            whole.put(entries.get(i));
        }
        return whole.put(tail).array();
    }
}
