package dev.trellis.messaging;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A person's notifications in the app: the feed, how many are unread, and reading them. */
@ApplicationScoped
public class Notifications {
    private final Database database;

    Notifications(Database database) {
        this.database = database;
    }

    /** The feed, newest first. */
    public Page<Notification> feed(Actor actor, boolean unreadOnly, PageRequest page) {
        var rows = database.as(
                actor,
                tx -> tx.createQuery("""
                                select id, type, title, body, data::text as data, read, created_at
                                  from notifications
                                 where user_id = :user
                                   and (not :unread_only or not read)
                                   and (:after::uuid is null or id < :after)
                                 order by id desc
                                 limit :limit
                                """)
                        .bind("user", actor.userId())
                        .bind("unread_only", unreadOnly)
                        .bind("after", page.afterId())
                        .bind("limit", page.fetch())
                        .mapTo(Notification.class)
                        .list());
        return Page.of(rows, page, notification -> new Cursor(notification.id()));
    }

    /** How many are unread. */
    public long unread(Actor actor) {
        return database.as(
                actor,
                tx -> tx.createQuery("select count(*) from notifications where user_id = :user and not read")
                        .bind("user", actor.userId())
                        .mapTo(long.class)
                        .one());
    }

    /** Marks one as read, as often as one likes; nothing when the person has no such notification. */
    public Optional<Notification> markRead(Actor actor, UUID id) {
        return database.as(
                actor,
                tx -> tx.createQuery("""
                                update notifications set read = true
                                 where user_id = :user and id = :id
                                returning id, type, title, body, data::text as data, read, created_at
                                """)
                        .bind("user", actor.userId())
                        .bind("id", id)
                        .mapTo(Notification.class)
                        .findOne());
    }

    /** Marks all as read; returns how many were not. */
    public long markAllRead(Actor actor) {
        return database.as(
                actor,
                tx -> (long) tx.createUpdate("update notifications set read = true where user_id = :user and not read")
                        .bind("user", actor.userId())
                        .execute());
    }
}
