package dev.trellis.identity;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A secret of 256 random bits that is told once and kept only as its hash; it means nothing outside this server. */
record OpaqueToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** What a token is for; the prefix tells people and secret scanners what they have found. */
    enum Kind {
        ACCESS("trla_"),
        REFRESH("trlr_"),
        API("trlt_"),
        CLAIM("trlc_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        boolean matches(String token) {
            return token.startsWith(prefix);
        }

        /** What a token that is shown to this server says it is for; nothing when no server like this one made it. */
        static Optional<Kind> of(String token) {
            return Arrays.stream(values()).filter(kind -> kind.matches(token)).findFirst();
        }
    }

    static OpaqueToken random(Kind kind) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OpaqueToken(
                kind.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    TokenHash hash() {
        return TokenHash.of(value);
    }

    @Override
    public String toString() {
        return "OpaqueToken[hidden]";
    }
}
