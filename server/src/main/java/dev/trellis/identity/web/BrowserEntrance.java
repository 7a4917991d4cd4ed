package dev.trellis.identity.web;

import dev.trellis.identity.IssuedTokens;
import dev.trellis.platform.web.BrowserCookies;
import dev.trellis.platform.web.BrowserCookies.Kind;
import dev.trellis.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Gives a browser the cookie of a log-in, and takes it away. */
@ApplicationScoped
class BrowserEntrance {
    private final BrowserCookies cookies;
    private final Visit visit;

    BrowserEntrance(BrowserCookies cookies, Visit visit) {
        this.cookies = cookies;
        this.visit = visit;
    }

    void letIn(IssuedTokens tokens) {
        var life = Duration.ofSeconds(tokens.expiresIn());
        visit.keep(cookies.write(Kind.SESSION, tokens.accessToken(), life));
        visit.recognise(tokens.accessToken());
    }

    void letOut() {
        visit.keep(cookies.forget(Kind.SESSION));
    }
}
