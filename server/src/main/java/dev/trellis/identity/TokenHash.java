package dev.trellis.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of a token. A token has 256 random bits, so a fast hash without salt cannot be guessed back. */
record TokenHash(String hex) {
    static TokenHash of(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** For a statement about many. */
    static List<String> hex(Collection<TokenHash> hashes) {
        return hashes.stream().map(TokenHash::hex).toList();
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
