package dev.trellis.platform.web;

import java.util.Optional;

/** Checks bearer tokens; the identity module does, and this package need not know how. */
public interface TokenVerifier {
    /** The person behind a token, or nothing when it is unknown, expired or revoked. */
    Optional<Authenticated> verify(String bearerToken);

    /** The same, as far as it is remembered and nobody has to be asked, which would take a while. */
    Optional<Authenticated> remembered(String bearerToken);
}
