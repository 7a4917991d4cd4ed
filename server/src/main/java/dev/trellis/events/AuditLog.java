package dev.trellis.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Json;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What operators and other privileged people did or looked at. Whoever was looked at may read who did. */
@ApplicationScoped
public class AuditLog {
    private final Json json;

    AuditLog(Json json) {
        this.json = json;
    }

    /**
     * One act of a privileged person.
     *
     * @param personId whose data it concerned, when it was somebody's
     */
    public record AuditEntry(
            UUID id,
            UUID actorId,
            String role,
            String action,
            @Nullable UUID personId,

            @JsonRawValue @Schema(implementation = Object.class)
            String detail,

            Instant createdAt) {}

    /** Writes down what this actor does, in the transaction in which they do it. */
    public void record(Handle tx, Actor actor, String action, @Nullable UUID personId, Object detail) {
        tx.createUpdate("""
                        insert into audit_log (actor_id, role, action, person_id, detail)
                        values (:actor, :role, :action, :person, :detail::jsonb)
                        """)
                .bind("actor", actor.userId())
                .bind("role", actor.role())
                .bind("action", action)
                .bind("person", personId)
                .bind("detail", json.write(detail))
                .execute();
    }

    /** As {@link #record}, once for each of the people whose data one act concerned. */
    public void recordEach(Handle tx, Actor actor, String action, Collection<UUID> personIds, Object detail) {
        tx.createUpdate("""
                        insert into audit_log (actor_id, role, action, person_id, detail)
                        select distinct :actor::uuid, :role, :action, person_id, :detail::jsonb
                          from unnest(:people::uuid[]) as shown (person_id)
                        """)
                .bind("actor", actor.userId())
                .bind("role", actor.role())
                .bind("action", action)
                .bindArray("people", UUID.class, personIds)
                .bind("detail", json.write(detail))
                .execute();
    }

    /** Everything, or what concerned one person, newest first. */
    public Page<AuditEntry> list(Handle tx, @Nullable UUID personId, PageRequest page) {
        var rows = tx.createQuery("""
                        select id, actor_id, role, action, person_id, detail::text as detail, created_at
                          from audit_log
                         where (:person::uuid is null or person_id = :person)
                           and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :limit
                        """)
                .bind("person", personId)
                .bind("after", page.afterId())
                .bind("limit", page.fetch())
                .mapTo(AuditEntry.class)
                .list();
        return Page.of(rows, page, entry -> new Cursor(entry.id()));
    }
}
