package dev.trellis.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.platform.web.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token for a program that acts for its person.
 *
 * @param token the secret itself, only in the answer that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiToken(
        UUID id,
        String name,
        Set<Scope> scopes,
        @Nullable Instant expiresAt,
        @Nullable LocalDate lastUsedOn,
        Instant createdAt,
        @Nullable String token) {
    /** The same without the secret. */
    public ApiToken withoutSecret() {
        return new ApiToken(id, name, scopes, expiresAt, lastUsedOn, createdAt, null);
    }

    ApiToken with(OpaqueToken secret) {
        return new ApiToken(id, name, scopes, expiresAt, lastUsedOn, createdAt, secret.value());
    }

    /** Never the secret: records end up in logs. */
    @Override
    public String toString() {
        return "ApiToken[" + id + "]";
    }
}
