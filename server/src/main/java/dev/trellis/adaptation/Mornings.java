package dev.trellis.adaptation;

import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/** The look at a person's day, once every morning. */
@ApplicationScoped
class Mornings {
    private final Database database;
    private final DayAnalysis analysis;
    private final AdaptationChoices choices;
    private final People people;
    private final InstantSource clock;

    Mornings(Database database, DayAnalysis analysis, AdaptationChoices choices, People people, InstantSource clock) {
        this.database = database;
        this.analysis = analysis;
        this.choices = choices;
        this.people = people;
        this.clock = clock;
    }

    /** With what is known by now; false when it was done before. What it finds and that it was done are one commit. */
    boolean lookAt(UUID userId) {
        return database.as(Actor.person(userId), tx -> {
            var today = people.days(tx, userId).dayOf(clock.instant());
            boolean first = choices.claimMorning(tx, userId, today);
            if (first) {
                analysis.of(tx, userId, today);
            }
            return first;
        });
    }
}
