package dev.trellis.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of deliveries, as the workers see it. */
@ApplicationScoped
class DeliveryStore {
    /** A delivery that this transaction holds, with its event. */
    record Claimed(UUID userId, UUID eventId, int attempts, Instant occurredAt, String payload) {}

    List<String> handlersDue(Handle tx, Instant now) {
        return tx.createQuery("""
                        select distinct handler
                          from event_deliveries
                         where status = 'pending' and next_attempt_at <= :now
                         order by handler
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .list();
    }

    List<Claimed> claim(Handle tx, String handler, Instant now, int most) {
        return tx.createQuery("""
                        with due as (
                            select user_id, event_id, attempts
                              from event_deliveries
                             where status = 'pending' and next_attempt_at <= :now and handler = :handler
                             order by next_attempt_at
                             limit :most
                               for update skip locked)
                        select due.user_id, due.event_id, due.attempts, e.occurred_at, e.payload::text as payload
                          from due
                          join events e on e.user_id = due.user_id and e.id = due.event_id
                         order by e.id
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("handler", handler)
                .bind("most", most)
                .mapTo(Claimed.class)
                .list();
    }

    void settle(Handle tx, String handler, List<Claimed> claimed, Map<UUID, String> failures, Instant now) {
        var statuses = new ArrayList<String>(claimed.size());
        var due = new ArrayList<@Nullable OffsetDateTime>(claimed.size());
        var errors = new ArrayList<@Nullable String>(claimed.size());
        for (var delivery : claimed) {
            var error = failures.get(delivery.eventId());
            var attempts = delivery.attempts() + 1;
            var parked = error != null && attempts >= Backoff.ATTEMPTS;
            statuses.add(error == null ? "done" : parked ? "parked" : "pending");
            due.add(
                    error == null || parked
                            ? null
                            : Backoff.after(attempts, now).atOffset(ZoneOffset.UTC));
            errors.add(error);
        }
        tx.createUpdate("""
                        update event_deliveries d
                           set status = new.status, attempts = d.attempts + 1,
                               next_attempt_at = new.due, last_error = new.error
                          from unnest(:users::uuid[], :events::uuid[], :statuses::text[],
                                      :due::timestamptz[], :errors::text[])
                               as new (user_id, event_id, status, due, error)
                         where d.user_id = new.user_id and d.event_id = new.event_id and d.handler = :handler
                        """)
                .bind("handler", handler)
                .bindArray(
                        "users",
                        UUID.class,
                        claimed.stream().map(Claimed::userId).toList())
                .bindArray(
                        "events",
                        UUID.class,
                        claimed.stream().map(Claimed::eventId).toList())
                .bindArray("statuses", String.class, statuses)
                .bindArray("due", OffsetDateTime.class, due)
                .bindArray("errors", String.class, errors)
                .execute();
    }

    long redrive(Handle tx, String handler, @Nullable UUID eventId, Instant now) {
        return tx.createUpdate("""
                        update event_deliveries
                           set status = 'pending', attempts = 0, next_attempt_at = :now
                         where status = 'parked' and handler = :handler
                           and (:event::uuid is null or event_id = :event)
                        """)
                .bind("handler", handler)
                .bind("event", eventId)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    long replay(Handle tx, String handler, String type, Instant since, Instant now) {
        return tx.createUpdate("""
                        insert into event_deliveries (user_id, event_id, handler, status, next_attempt_at)
                        select e.user_id, e.id, :handler, 'pending', :now
                          from events e
                         where e.type = :type and e.occurred_at >= :since
                            on conflict do nothing
                        """)
                .bind("handler", handler)
                .bind("type", type)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
