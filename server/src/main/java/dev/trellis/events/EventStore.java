package dev.trellis.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The log of events and the table of deliveries. */
@ApplicationScoped
class EventStore {
    /** A delivery to be written for every event of a publication, except where it failed. */
    record NewDelivery(String handler, boolean attempted, Map<UUID, String> failureByEvent) {
        static NewDelivery pending(String handler) {
            return new NewDelivery(handler, false, Map.of());
        }

        static <E extends DomainEvent> NewDelivery attempted(
                String handler, List<Isolation.Failure<Occurrence<E>>> failures) {
            return new NewDelivery(
                    handler,
                    true,
                    failures.stream()
                            .collect(Collectors.toMap(failure -> failure.item().eventId(), Isolation.Failure::reason)));
        }
    }

    <E extends DomainEvent> List<Occurrence<E>> append(
            Handle tx, String type, Instant now, List<E> events, Function<Object, String> json) {
        var ids = tx.createQuery("""
                        with new as materialized (
                            select uuidv7() as id, user_id, subject_id, payload, position
                              from unnest(:users::uuid[], :subjects::uuid[], :payloads::text[])
                                   with ordinality as given (user_id, subject_id, payload, position)),
                        inserted as (
                            insert into events (id, user_id, type, subject_id, occurred_at, payload)
                            select id, user_id, :type, subject_id, :now, payload::jsonb from new)
                        select id from new order by position
                        """)
                .bind("type", type)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray(
                        "users",
                        UUID.class,
                        events.stream().map(DomainEvent::userId).toList())
                .bindArray(
                        "subjects",
                        UUID.class,
                        events.stream().map(DomainEvent::subjectId).toList())
                .bindArray("payloads", String.class, events.stream().map(json).toList())
                .mapTo(UUID.class)
                .list();
        var occurrences = new ArrayList<Occurrence<E>>(events.size());
        for (var i = 0; i < events.size(); i++) {
            occurrences.add(new Occurrence<>(ids.get(i), now, events.get(i)));
        }
        return occurrences;
    }

    /** Writes one delivery an event and handler, in one statement. */
    <E extends DomainEvent> void deliver(
            Handle tx, Instant now, List<Occurrence<E>> occurrences, List<NewDelivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        var rows = new Rows(occurrences.size() * deliveries.size());
        for (var delivery : deliveries) {
            for (var occurrence : occurrences) {
                rows.add(occurrence, delivery, now);
            }
        }
        rows.insert(tx);
    }

    /** The columns of the deliveries to insert. */
    private static final class Rows {
        private final List<UUID> users;
        private final List<UUID> events;
        private final List<String> handlers;
        private final List<String> statuses;
        private final List<Integer> attempts;
        private final List<@Nullable OffsetDateTime> due;
        private final List<@Nullable String> errors;

        Rows(int size) {
            users = new ArrayList<>(size);
            events = new ArrayList<>(size);
            handlers = new ArrayList<>(size);
            statuses = new ArrayList<>(size);
            attempts = new ArrayList<>(size);
            due = new ArrayList<>(size);
            errors = new ArrayList<>(size);
        }

        void add(Occurrence<?> occurrence, NewDelivery delivery, Instant now) {
            var failure = delivery.failureByEvent().get(occurrence.eventId());
            var done = delivery.attempted() && failure == null;
            users.add(occurrence.event().userId());
            events.add(occurrence.eventId());
            handlers.add(delivery.handler());
            statuses.add(done ? "done" : "pending");
            attempts.add(delivery.attempted() ? 1 : 0);
            due.add(done ? null : (failure == null ? now : Backoff.after(1, now)).atOffset(ZoneOffset.UTC));
            errors.add(failure);
        }

        void insert(Handle tx) {
            tx.createUpdate("""
                            insert into event_deliveries
                                   (user_id, event_id, handler, status, attempts, next_attempt_at, last_error)
                            select * from unnest(:users::uuid[], :events::uuid[], :handlers::text[], :statuses::text[],
                                                 :attempts::int[], :due::timestamptz[], :errors::text[])
                            """)
                    .bindArray("users", UUID.class, users)
                    .bindArray("events", UUID.class, events)
                    .bindArray("handlers", String.class, handlers)
                    .bindArray("statuses", String.class, statuses)
                    .bindArray("attempts", Integer.class, attempts)
                    .bindArray("due", OffsetDateTime.class, due)
                    .bindArray("errors", String.class, errors)
                    .execute();
        }
    }
}
