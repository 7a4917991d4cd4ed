package dev.trellis.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The browser behind a request to a page, whoever sits before it. Its secret, the log-in cookie or else the visitor's,
 * makes the token that every form carries: another site can have a browser send a form, but cannot know the token.
 */
@RequestScoped
public class Visit {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final List<NewCookie> cookies = new ArrayList<>();
    private @Nullable String secret;

    /** The browser has shown this secret, or is given it with this answer. */
    public void recognise(String shown) {
        this.secret = shown;
    }

    /** Whether the browser has shown a secret, or was given one in this answer. */
    boolean isRecognised() {
        return secret != null;
    }

    /** A secret for a browser that has none. */
    static String newSecret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    }

    /**
     * The token that forms of this browser carry; for a browser without a secret, none that anybody could send. It looks
     * different each time, so that nobody can guess it from the length of compressed pages (the BREACH attack).
     */
    public String formToken() {
        var proof = proof();
        if (proof == null) {
            return "";
        }
        var token = Arrays.copyOf(random(), 2 * BYTES);
        for (var i = 0; i < BYTES; i++) {
            token[BYTES + i] = (byte) (token[i] ^ proof[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Whether a form came from a page of ours in this browser. */
    public boolean isOwnForm(String token) {
        var proof = proof();
        var shown = decoded(token);
        if (proof == null || shown.length != 2 * BYTES) {
            return false;
        }
        var unmasked = new byte[BYTES];
        for (var i = 0; i < BYTES; i++) {
            unmasked[i] = (byte) (shown[i] ^ shown[BYTES + i]);
        }
        return MessageDigest.isEqual(unmasked, proof);
    }

    /** What only somebody who knows the browser's secret can make; 32 bytes. */
    private byte @Nullable [] proof() {
        if (secret == null) {
            return null;
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal("a form of this browser".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Sends a cookie along with the answer. */
    public void keep(NewCookie cookie) {
        cookies.add(cookie);
    }

    /** The cookies to send along. */
    List<NewCookie> cookies() {
        return cookies;
    }
}
