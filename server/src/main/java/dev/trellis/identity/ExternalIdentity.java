package dev.trellis.identity;

import dev.trellis.platform.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who somebody is according to an external issuer; the same pair of issuer and subject is always the same person. */
record ExternalIdentity(
        String issuer,
        String subject,
        @Nullable String email,
        String name,
        @Nullable String zone,
        @Nullable String locale,
        Set<Role> roles,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "ExternalIdentity[hidden]";
    }
}
