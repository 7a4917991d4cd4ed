package dev.trellis.programs;

import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.NonBlockingReads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** A person reading their own calendar. */
@ApplicationScoped
public class CalendarReads {
    private final Database database;
    private final NonBlockingReads reads;
    private final Calendar calendar;
    private final People people;
    private final InstantSource clock;

    CalendarReads(Database database, NonBlockingReads reads, Calendar calendar, People people, InstantSource clock) {
        this.database = database;
        this.reads = reads;
        this.calendar = calendar;
        this.people = people;
        this.clock = clock;
    }

    /** The person's own day of now. */
    public LocalDate today(Actor actor) {
        return database.as(actor, tx -> people.days(tx, actor.userId()).dayOf(clock.instant()));
    }

    /** Entries of these days, both included, by day and time. */
    public List<CalendarEvent> lines(Actor actor, LocalDate from, LocalDate to) {
        return database.as(actor, tx -> calendar.between(tx, actor.userId(), from, to));
    }

    /** The same with everything they hold, a {@link FullCalendar} as JSON. Every entry is kept as it is answered. */
    public Uni<Buffer> full(Actor actor, LocalDate from, LocalDate to) {
        return reads.document(actor, "select full_calendar($1, $2, $3, $4)", from, to);
    }
}
