package dev.trellis.identity;

import dev.trellis.platform.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code that lets people register, and the roles they get. */
public record Invite(
        UUID id,
        String code,
        Set<Role> roles,
        int maxUses,
        int currentUses,
        @Nullable Instant expiresAt,
        Instant createdAt) {
    /** Never the code: whoever has it gets in. */
    @Override
    public String toString() {
        return "Invite[" + id + "]";
    }
}
