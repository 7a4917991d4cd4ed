package dev.trellis.identity;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** What people tell about themselves. */
@ApplicationScoped
public class Profiles {
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 2);

    private final Database database;
    private final ProfileStore store;
    private final People people;
    private final InstantSource clock;

    Profiles(Database database, ProfileStore store, People people, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** The profile of the person who acts; an empty one before they have said anything. */
    public Profile mine(Actor actor) {
        return database.as(actor, tx -> of(tx, actor.userId()));
    }

    /** The profile of a person whom whoever acts in this transaction may see. */
    public Profile of(Handle tx, UUID userId) {
        return store.find(tx, userId).orElse(Profile.EMPTY);
    }

    /** Replaces the profile; the replacement sees the current one, and nobody else changes it meanwhile. */
    public Profile replace(Actor actor, UnaryOperator<Profile> replacement) {
        return database.as(actor, tx -> {
            var today = people.lock(tx, actor.userId()).days().dayOf(clock.instant());
            var profile = replacement.apply(of(tx, actor.userId()));
            var born = profile.birthDate();
            if (born != null && (born.isBefore(EARLIEST_BIRTH) || born.isAfter(today))) {
                throw ProblemException.invalid("/birth_date", "The birth date is in the past, and after 1900.");
            }
            store.save(tx, actor.userId(), profile);
            return of(tx, actor.userId());
        });
    }
}
