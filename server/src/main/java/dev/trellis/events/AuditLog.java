package dev.trellis.events;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What operators and other privileged people looked at or did, written in the transaction in which they did it. The
 * person concerned can read the lines about them.
 */
@ApplicationScoped
public class AuditLog {
    private final Json json;

    AuditLog(Json json) {
        this.json = json;
    }

    /** Records one action, past tense with its subject ({@code account_changed}), on one person or on nobody's data. */
    public void record(Handle tx, Actor actor, String action, @Nullable UUID personId, Map<String, ?> detail) {
        tx.createUpdate("""
                        insert into audit_log (actor_id, role, action, person_id, detail)
                        values (:actor, :role, :action, :person, cast(:detail as jsonb))
                        """)
                .bind("actor", actor.userId())
                .bind("role", actor.role())
                .bind("action", action)
                .bind("person", personId)
                .bind("detail", json.write(detail))
                .execute();
    }

    /** Records one action on each of these people, as when a list of them was read. */
    public void recordEach(Handle tx, Actor actor, String action, Collection<UUID> people) {
        tx.createUpdate("""
                        insert into audit_log (actor_id, role, action, person_id)
                        select :actor, :role, :action, person
                          from unnest(:people) as person
                        """)
                .bind("actor", actor.userId())
                .bind("role", actor.role())
                .bind("action", action)
                .bindArray("people", UUID.class, List.copyOf(people))
                .execute();
    }
}
