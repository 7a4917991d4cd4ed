package dev.trellis.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
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
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token that forms of this browser carry; for a browser without a secret, none that anybody could send. */
    public String formToken() {
        if (secret == null) {
            return "";
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var token = mac.doFinal("a form of this browser".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Whether a form came from a page of ours in this browser. */
    public boolean isOwnForm(@Nullable String token) {
        return secret != null
                && token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), formToken().getBytes(StandardCharsets.UTF_8));
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
