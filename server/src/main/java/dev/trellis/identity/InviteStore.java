package dev.trellis.identity;

import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Invite codes in the database. */
@ApplicationScoped
class InviteStore {
    record Used(Set<Role> roles) {}

    /** One statement decides, and its row lock makes racing callers queue: no more uses than allowed. */
    Optional<Used> use(Handle tx, InviteCode code, Instant now) {
        return tx.createQuery("""
                        update invite_codes
                           set current_uses = current_uses + 1
                         where code = :code and current_uses < max_uses and (expires_at is null or expires_at > :now)
                        returning roles
                        """)
                .bind("code", code.value())
                .bind("now", now)
                .mapTo(Used.class)
                .findOne();
    }

    Invite insert(
            Handle tx,
            InviteCode code,
            @Nullable UUID createdBy,
            Set<Role> roles,
            int maxUses,
            @Nullable Instant expiresAt) {
        return tx.createQuery("""
                        insert into invite_codes (code, created_by, roles, max_uses, expires_at)
                        values (:code, :createdBy, :roles, :maxUses, :expiresAt)
                        returning id, code, roles, max_uses, current_uses, expires_at, created_at
                        """)
                .bind("code", code.value())
                .bind("createdBy", createdBy)
                .bindArray("roles", String.class, PersonStore.wire(roles))
                .bind("maxUses", maxUses)
                .bind("expiresAt", expiresAt)
                .mapTo(Invite.class)
                .one();
    }

    List<Invite> list(Handle tx, PageRequest page) {
        return tx.createQuery("""
                        select id, code, roles, max_uses, current_uses, expires_at, created_at
                          from invite_codes
                         where cast(:after as uuid) is null or id < :after
                         order by id desc
                         limit :fetch
                        """)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Invite.class)
                .list();
    }

    boolean delete(Handle tx, InviteCode code) {
        return tx.execute("delete from invite_codes where code = ?", code.value()) == 1;
    }

    /** The code that waits for an operator, if one was made at an earlier start and nobody has used it. */
    Optional<String> waitingForAnOperator(Handle tx, Instant now) {
        return tx.createQuery("""
                        select code from invite_codes
                         where created_by is null and 'admin' = any (roles) and current_uses < max_uses
                           and (expires_at is null or expires_at > :now)
                         order by id
                         limit 1
                        """).bind("now", now).mapTo(String.class).findOne();
    }
}
