package dev.trellis.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The log of everything that happened, to read. Whose events a reader sees is the database's decision. */
@ApplicationScoped
public class EventLog {
    /**
     * One event as it stands in the log.
     *
     * @param actor the person who made it happen, or {@code job} for work that crosses people
     */
    public record LoggedEvent(
            UUID id,
            UUID userId,
            String type,
            UUID subjectId,
            String actor,
            Instant occurredAt,

            @JsonRawValue @Schema(implementation = Object.class)
            String payload) {}

    /** Which events are wanted; null stands for any. */
    public record Filter(
            @Nullable String type,
            @Nullable UUID userId,
            @Nullable UUID subjectId) {
        /** Everything that happened to one person. */
        public static Filter of(UUID userId) {
            return new Filter(null, userId, null);
        }
    }

    /** The events that match and that this transaction may see, newest first. */
    public Page<LoggedEvent> list(Handle tx, Filter filter, PageRequest page) {
        var rows = tx.createQuery("""
                        select id, user_id, type, subject_id, actor, occurred_at, payload::text as payload
                          from events
                         where (:type::text is null or type = :type)
                           and (:user::uuid is null or user_id = :user)
                           and (:subject::uuid is null or subject_id = :subject)
                           and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :limit
                        """)
                .bind("type", filter.type())
                .bind("user", filter.userId())
                .bind("subject", filter.subjectId())
                .bind("after", page.afterId())
                .bind("limit", page.fetch())
                .mapTo(LoggedEvent.class)
                .list();
        return Page.of(rows, page, event -> new Cursor(event.id()));
    }
}
