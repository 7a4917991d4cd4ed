package dev.trellis.identity;

import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Invite codes in the database. */
@ApplicationScoped
class InviteStore {
    record Used(Set<Role> roles) {}

    /** One statement decides, and its row lock makes racing callers queue: no more uses than allowed. */
    Optional<Used> use(Handle tx, String code, Instant now) {
        return tx.createQuery("""
                        update invite_codes
                           set current_uses = current_uses + 1
                         where code = :code and current_uses < max_uses and (expires_at is null or expires_at > :now)
                        returning roles
                        """)
                .bind("code", code)
                .bind("now", now)
                .mapTo(Used.class)
                .findOne();
    }
}
