package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How people's days were, whatever else goes on: the baseline that an intervention's effect is measured against. */
@ApplicationScoped
public class ContextLog {
    /** How far back a day may still be written: memories of more than a month ago are not data. */
    public static final int LATE_DAYS = 31;

    private final Database database;
    private final ContextStore store;
    private final People people;
    private final Events events;
    private final InstantSource clock;

    ContextLog(Database database, ContextStore store, People people, Events events, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** A day of a person with what was said of it. */
    public record LoggedDay(LocalDate day, @JsonUnwrapped ContextDay context) {}

    /** What became of writing a day. */
    public sealed interface Logged {
        /** It is written; a day written before is replaced. */
        record Written(LoggedDay day) implements Logged {}

        /** The day lies ahead, or too far back. */
        record OutOfReach(LocalDate earliest, LocalDate latest) implements Logged {}
    }

    /** Writes a day: today or one of the last {@value #LATE_DAYS}. */
    public Logged write(Actor actor, LocalDate day, ContextDay context) {
        return database.as(actor, tx -> {
            var today = people.days(tx, actor.userId()).dayOf(clock.instant());
            if (day.isAfter(today) || day.isBefore(today.minusDays(LATE_DAYS))) {
                return new Logged.OutOfReach(today.minusDays(LATE_DAYS), today);
            }
            store.upsert(tx, actor.userId(), day, context);
            events.publish(tx, new ContextLogged(actor.userId(), actor.userId(), day));
            return new Logged.Written(new LoggedDay(day, context));
        });
    }

    /** One day, if anything was said of it. */
    public Optional<LoggedDay> day(Actor actor, LocalDate day) {
        return database.as(actor, tx -> store.between(tx, actor.userId(), day, day)).stream()
                .findFirst();
    }

    /** The days from one to another, both included, that have been written. */
    public List<LoggedDay> between(Actor actor, LocalDate from, LocalDate to) {
        return database.as(actor, tx -> store.between(tx, actor.userId(), from, to));
    }

    /** As {@link #between(Actor, LocalDate, LocalDate)}, of a person whom whoever acts may see. */
    public List<LoggedDay> between(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return store.between(tx, userId, from, to);
    }

    /** The days of many people at once, one row a person and range; for set-based work. */
    public List<ContextSeries> series(Handle tx, List<UUID> userIds, List<LocalDate> from, List<LocalDate> to) {
        return store.series(tx, userIds, from, to);
    }
}
