package dev.trellis.web;

import dev.trellis.identity.People;
import dev.trellis.messaging.Notifications;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.web.pages.Surroundings;
import jakarta.enterprise.context.ApplicationScoped;

/** Who looks at a page, their days, and how many notifications wait for them; in one transaction. */
@ApplicationScoped
class WebSurroundings implements Surroundings {
    private final Database database;
    private final People people;
    private final Notifications notifications;

    WebSurroundings(Database database, People people, Notifications notifications) {
        this.database = database;
        this.people = people;
        this.notifications = notifications;
    }

    @Override
    public Facts of(Actor actor) {
        return database.as(actor, tx -> {
            var person = people.me(actor);
            return new Facts(person.displayName(), person.days(), notifications.unread(actor));
        });
    }
}
