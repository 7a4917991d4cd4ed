package dev.trellis.identity;

import dev.trellis.events.AuditLog;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Codes that let somebody register, and in which roles. */
@ApplicationScoped
public class Invites {
    private final Database database;
    private final InviteStore store;
    private final AuditLog audit;

    Invites(Database database, InviteStore store, AuditLog audit) {
        this.database = database;
        this.store = store;
        this.audit = audit;
    }

    /** Makes a code. */
    public Invite create(Actor operator, NewInvite wanted) {
        var roles = AccountAccess.complete(Objects.requireNonNullElse(wanted.roles(), Set.of()));
        var uses = Objects.requireNonNullElse(wanted.maxUses(), 1);
        return database.as(operator, tx -> {
            var invite = store.insert(tx, InviteCode.random(), operator.userId(), roles, uses, wanted.expiresAt());
            audit.record(tx, operator, "invite_created", null, Map.of("id", invite.id(), "roles", roles, "uses", uses));
            return invite;
        });
    }

    /** All codes, newest first. */
    public Page<Invite> list(Actor operator, PageRequest page) {
        var rows = database.as(operator, tx -> store.list(tx, page));
        return Page.of(rows, page, invite -> new Cursor(invite.id()));
    }

    /** Withdraws a code; false when there is none. */
    public boolean withdraw(Actor operator, String code) {
        return database.as(operator, tx -> {
            var deleted = store.delete(tx, new InviteCode(code));
            if (deleted) {
                audit.record(tx, operator, "invite_withdrawn", null, Map.of());
            }
            return deleted;
        });
    }

    /** Uses a code once more; of many racing for its last use one gets it. */
    Optional<Set<Role>> use(Handle tx, String code, Instant now) {
        return store.use(tx, new InviteCode(code), now).map(InviteStore.Used::roles);
    }
}
