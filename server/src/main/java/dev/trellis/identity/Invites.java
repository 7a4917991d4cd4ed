package dev.trellis.identity;

import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Codes that let somebody register, and in which roles. */
@ApplicationScoped
public class Invites {
    private final InviteStore store;

    Invites(InviteStore store) {
        this.store = store;
    }

    /** Uses a code once more; of many racing for its last use one gets it. */
    Optional<Set<Role>> use(Handle tx, String code, Instant now) {
        return store.use(tx, code.strip().toUpperCase(Locale.ROOT), now).map(InviteStore.Used::roles);
    }
}
