package dev.trellis.programs;

import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** A person reading their own calendar. */
@ApplicationScoped
public class CalendarReads {
    private final Database database;
    private final Calendar calendar;
    private final FullCalendarStore full;
    private final People people;
    private final InstantSource clock;

    CalendarReads(Database database, Calendar calendar, FullCalendarStore full, People people, InstantSource clock) {
        this.database = database;
        this.calendar = calendar;
        this.full = full;
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

    /** The same with everything they hold, as JSON. */
    public byte[] full(Actor actor, LocalDate from, LocalDate to) {
        return full.between(actor, from, to);
    }
}
