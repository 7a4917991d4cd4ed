package dev.trellis.web;

import dev.trellis.identity.People;
import dev.trellis.messaging.Notifications;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.web.pages.Surroundings;
import dev.trellis.students.TaughtCourses;
import jakarta.enterprise.context.ApplicationScoped;

/** Who looks at a page, their days, how many notifications wait for them, and what they are in any course; in one transaction. */
@ApplicationScoped
class WebSurroundings implements Surroundings {
    private final Database database;
    private final People people;
    private final Notifications notifications;
    private final TaughtCourses courses;

    WebSurroundings(Database database, People people, Notifications notifications, TaughtCourses courses) {
        this.database = database;
        this.people = people;
        this.notifications = notifications;
        this.courses = courses;
    }

    @Override
    public Facts of(Actor actor) {
        return database.as(actor, tx -> {
            var person = people.me(actor);
            var standing = courses.standing(actor);
            return new Facts(
                    person.displayName(),
                    person.days(),
                    notifications.unread(actor),
                    standing.leads(),
                    standing.studies());
        });
    }
}
