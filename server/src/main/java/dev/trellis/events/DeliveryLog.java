package dev.trellis.events;

import dev.trellis.platform.Cursor;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The deliveries, to read. The open ones lie in a partial index of their own; the done ones are found by their events. */
@ApplicationScoped
public class DeliveryLog {
    /** One delivery, with what it delivers. */
    public record Delivery(
            UUID userId,
            UUID eventId,
            String type,
            String handler,
            DeliveryStatus status,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastError,
            Instant createdAt,
            Instant updatedAt) {}

    /** How many deliveries of a handler are not done, and since when the oldest of them waits. */
    public record Backlog(
            String handler,
            long pending,
            long parked,
            @Nullable Instant oldest) {}

    /** The deliveries that match and that this transaction may see, those of the newest events first. */
    public Page<Delivery> list(Handle tx, @Nullable DeliveryStatus status, @Nullable String handler, PageRequest page) {
        var rows = status == null || status == DeliveryStatus.DONE
                ? byEvent(tx, status, handler, page)
                : open(tx, status, handler, page);
        return Page.of(rows, page, delivery -> new Cursor(delivery.eventId(), delivery.handler()));
    }

    private static List<Delivery> open(Handle tx, DeliveryStatus status, @Nullable String handler, PageRequest page) {
        return tx.createQuery("""
                        select d.user_id, d.event_id, e.type, d.handler, d.status, d.attempts, d.next_attempt_at,
                               d.last_error, d.created_at, d.updated_at
                          from event_deliveries d
                          join events e on e.user_id = d.user_id and e.id = d.event_id
                         where d.status <> 'done' and d.status = :status
                           and (:handler::text is null or d.handler = :handler)
                           and (:after::uuid is null
                                or d.event_id < :after or d.event_id = :after and d.handler > :after_handler)
                         order by d.event_id desc, d.handler
                         limit :limit
                        """)
                .bind("status", status)
                .bind("handler", handler)
                .bind("after", page.afterId())
                .bind("after_handler", page.after() == null ? "" : page.after().within())
                .bind("limit", page.fetch())
                .mapTo(Delivery.class)
                .list();
    }

    private static List<Delivery> byEvent(
            Handle tx, @Nullable DeliveryStatus status, @Nullable String handler, PageRequest page) {
        return tx.createQuery("""
                        select e.user_id, e.id as event_id, e.type, d.handler, d.status, d.attempts, d.next_attempt_at,
                               d.last_error, d.created_at, d.updated_at
                          from events e
                          join event_deliveries d on d.user_id = e.user_id and d.event_id = e.id
                         where (:status::text is null or d.status = :status)
                           and (:handler::text is null or d.handler = :handler)
                           and (:after::uuid is null or e.id < :after or e.id = :after and d.handler > :after_handler)
                         order by e.id desc, d.handler
                         limit :limit
                        """)
                .bind("status", status)
                .bind("handler", handler)
                .bind("after", page.afterId())
                .bind("after_handler", page.after() == null ? "" : page.after().within())
                .bind("limit", page.fetch())
                .mapTo(Delivery.class)
                .list();
    }

    /** What the handlers of a kind of event have done so far about one subject of a person, by name. */
    public List<HandlerResult> results(Handle tx, UUID userId, Class<? extends DomainEvent> event, UUID subjectId) {
        return tx.createQuery("""
                        select d.handler, bool_and(d.status = 'done') as success
                          from events e
                          join event_deliveries d on d.user_id = e.user_id and d.event_id = e.id
                         where e.user_id = :user and e.type = :type and e.subject_id = :subject
                         group by d.handler
                         order by d.handler
                        """)
                .bind("user", userId)
                .bind("type", Handlers.typeOf(event))
                .bind("subject", subjectId)
                .mapTo(HandlerResult.class)
                .list();
    }

    /** What is not done, by handler; handlers without a backlog are absent. */
    public List<Backlog> backlog(Handle tx) {
        return tx.createQuery("""
                        select handler,
                               count(*) filter (where status = 'pending') as pending,
                               count(*) filter (where status = 'parked') as parked,
                               min(created_at) as oldest
                          from event_deliveries
                         where status <> 'done'
                         group by handler
                         order by handler
                        """).mapTo(Backlog.class).list();
    }
}
