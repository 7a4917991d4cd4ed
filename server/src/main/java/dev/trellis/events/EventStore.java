package dev.trellis.events;

import dev.trellis.platform.TimedId;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The log of events and the table of deliveries. */
@ApplicationScoped
class EventStore {
    /**
     * Writes the events, and of each a delivery to every handler: due at once for a later one, done for an immediate
     * one, which runs next in this transaction. Whatever fails is {@linkplain #postpone postponed}.
     */
    <E extends DomainEvent> List<Occurrence<E>> append(
            Handle tx,
            String type,
            Instant now,
            List<E> events,
            List<EventHandler<?>> handlers,
            Function<Object, String> json) {
        var occurrences = events.stream()
                .map(event -> new Occurrence<>(TimedId.next(), now, event))
                .toList();
        Together.write(tx.createUpdate("""
                        with new as materialized (
                            select id, user_id, subject_id, payload
                              from unnest(:ids::uuid[], :users::uuid[], :subjects::uuid[], :payloads::text[])
                                   as given (id, user_id, subject_id, payload)),
                        inserted as (
                            insert into events (id, user_id, type, subject_id, occurred_at, payload)
                            select id, user_id, :type, subject_id, :now, payload::jsonb from new)
                        insert into event_deliveries (user_id, event_id, handler, status, attempts, next_attempt_at)
                        select n.user_id, n.id, h.name, case when h.immediate then 'done' else 'pending' end,
                               h.immediate::int, case when not h.immediate then :now end
                          from new n
                         cross join unnest(:handlers::text[], :immediate::boolean[]) as h (name, immediate)
                        """)
                .bind("type", type)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray("ids", UUID.class, column(occurrences, Occurrence::eventId))
                .bindArray("users", UUID.class, column(events, DomainEvent::userId))
                .bindArray("subjects", UUID.class, column(events, DomainEvent::subjectId))
                .bindArray("payloads", String.class, column(events, json::apply))
                .bindArray("handlers", String.class, column(handlers, EventHandler::name))
                .bindArray("immediate", Boolean.class, column(handlers, EventStore::isImmediate)));
        return occurrences;
    }

    /** The deliveries of these events to this handler are not done after all; they are tried again. */
    <E extends DomainEvent> void postpone(
            Handle tx, Instant now, String handler, List<Isolation.Failure<Occurrence<E>>> failures) {
        tx.createUpdate("""
                        update event_deliveries d
                           set status = 'pending', next_attempt_at = :due, last_error = f.error
                          from unnest(:users::uuid[], :events::uuid[], :errors::text[]) as f (user_id, event_id, error)
                         where d.user_id = f.user_id and d.event_id = f.event_id and d.handler = :handler
                        """)
                .bind("handler", handler)
                .bind("due", Backoff.after(1, now).atOffset(ZoneOffset.UTC))
                .bindArray(
                        "users",
                        UUID.class,
                        column(failures, failure -> failure.item().event().userId()))
                .bindArray(
                        "events",
                        UUID.class,
                        column(failures, failure -> failure.item().eventId()))
                .bindArray("errors", String.class, column(failures, Isolation.Failure::reason))
                .execute();
    }

    private static boolean isImmediate(EventHandler<?> handler) {
        return handler.timing() == EventHandler.Timing.IMMEDIATE;
    }

    private static <T, C> List<C> column(List<T> rows, Function<? super T, ? extends C> of) {
        return rows.stream().<C>map(of).toList();
    }
}
