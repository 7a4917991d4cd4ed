package dev.trellis.identity;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.PersonDays;
import dev.trellis.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Who people are; what every module asks about them. */
@ApplicationScoped
public class People {
    private final Database database;
    private final PersonStore store;

    People(Database database, PersonStore store) {
        this.database = database;
        this.store = store;
    }

    /** The person who acts. */
    public Person me(Actor actor) {
        return database.as(actor, tx -> required(tx, actor.userId()));
    }

    /** Changes what the person decides themselves; the change sees the current state, and nobody else changes it meanwhile. */
    public Person change(Actor actor, Function<Person, PersonalSettings> change) {
        return database.as(actor, tx -> {
            var current = lock(tx, actor.userId());
            var settings = change.apply(current);
            if (settings.dayStart().isAfter(PersonDays.LATEST_DAY_START)) {
                throw ProblemException.invalid("/day_start", "A day starts between 00:00 and 12:00.");
            }
            store.change(tx, actor.userId(), settings);
            return required(tx, actor.userId());
        });
    }

    /** The person, as far as whoever acts in this transaction may see them. */
    public Optional<Person> find(Handle tx, UUID userId) {
        return store.find(tx, userId);
    }

    /** The days of a person whom whoever acts may see: zone and day start. */
    public PersonDays days(Handle tx, UUID userId) {
        return daysWithOthers(tx, userId).get();
    }

    /** As {@link #days}, read together with whatever else is read. */
    public Supplier<PersonDays> daysWithOthers(Handle tx, UUID userId) {
        var days = store.days(tx, userId);
        return () -> days.get().orElseThrow(() -> ProblemException.notFound("person"));
    }

    /** The person, whom nobody else changes until this transaction ends. */
    public Person lock(Handle tx, UUID userId) {
        return store.lock(tx, userId).orElseThrow(() -> ProblemException.notFound("person"));
    }

    private Person required(Handle tx, UUID userId) {
        return find(tx, userId).orElseThrow(() -> ProblemException.notFound("person"));
    }
}
