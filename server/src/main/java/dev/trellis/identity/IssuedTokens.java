package dev.trellis.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * What a log-in gives, shown this once.
 *
 * @param accessToken goes with every request as a Bearer token
 * @param expiresIn seconds until the access token expires
 * @param refreshToken is exchanged once for the next pair
 */
public record IssuedTokens(
        UUID userId,
        UUID sessionId,
        String tokenType,
        String accessToken,
        long expiresIn,
        String refreshToken,
        Instant refreshExpiresAt) {
    /** Never the secrets: records end up in logs. */
    @Override
    public String toString() {
        return "IssuedTokens[session " + sessionId + "]";
    }
}
