package dev.trellis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of the web app: never readable by scripts, never sent along from other sites, and, where the server is
 * reached over TLS, sent over TLS only and bound to this very host.
 */
@ApplicationScoped
public class BrowserCookies {
    /** Browsers keep no cookie longer than 400 days. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private final boolean secure;

    public BrowserCookies(@ConfigProperty(name = "trellis.public-address") Optional<String> publicAddress) {
        this.secure =
                publicAddress.filter(address -> address.startsWith("https://")).isPresent();
    }

    /** What the web app keeps in a browser. */
    public enum Kind {
        /** The log-in. */
        SESSION("trellis_session"),
        /** Tells forms of somebody who is not logged in from forged ones. */
        VISITOR("trellis_visitor"),
        /** A sentence for the next page. */
        TOAST("trellis_toast"),
        /** Light, dark, or as the device. */
        THEME("trellis_theme");

        private final String cookieName;

        Kind(String cookieName) {
            this.cookieName = cookieName;
        }
    }

    /** Whether people reach this server over TLS. */
    public boolean secure() {
        return secure;
    }

    /** The value the browser sent, or nothing. */
    public @Nullable String read(Map<String, Cookie> cookies, Kind kind) {
        var cookie = cookies.get(name(kind));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Has the browser keep a value for as long as it is open. */
    public NewCookie write(Kind kind, String value) {
        return cookie(kind, value, NewCookie.DEFAULT_MAX_AGE);
    }

    /** Has the browser keep a value. */
    public NewCookie write(Kind kind, String value, Duration life) {
        var longest = life.compareTo(LONGEST) < 0 ? life : LONGEST;
        return cookie(kind, value, (int) longest.toSeconds());
    }

    /** Has the browser forget. */
    public NewCookie forget(Kind kind) {
        return cookie(kind, "", 0);
    }

    private NewCookie cookie(Kind kind, String value, int maxAge) {
        return new NewCookie.Builder(name(kind))
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String name(Kind kind) {
        return secure ? "__Host-" + kind.cookieName : kind.cookieName;
    }
}
