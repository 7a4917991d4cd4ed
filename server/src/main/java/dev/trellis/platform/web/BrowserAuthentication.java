package dev.trellis.platform.web;

import dev.trellis.platform.web.BrowserCookies.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Tells by its cookie who sits before a browser. Whoever is not logged in and opens a page is led to the log-in and from
 * there back; a form they sent waits for it, see {@link Caller#mustLogIn}.
 */
@ApplicationScoped
public class BrowserAuthentication {
    private static final String FROM_SCRIPT = "HX-Request";

    private final BrowserSessions sessions;
    private final BrowserCookies cookies;
    private final Caller caller;
    private final Visit visit;

    BrowserAuthentication(BrowserSessions sessions, BrowserCookies cookies, Caller caller, Visit visit) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.caller = caller;
        this.visit = visit;
    }

    void authenticate(ContainerRequestContext request, boolean open) {
        recognise(request);
        if (open || caller.isKnown()) {
            return;
        }
        if (!request.getMethod().equals("GET")) {
            caller.hasToLogIn();
            return;
        }
        request.abortWith(
                request.getHeaderString(FROM_SCRIPT) == null
                        ? Response.seeOther(Pages.logIn(address(request))).build()
                        : Response.status(Response.Status.UNAUTHORIZED)
                                .header("HX-Redirect", Pages.LOG_IN)
                                .build());
    }

    private void recognise(ContainerRequestContext request) {
        var secret = cookies.read(request.getCookies(), Kind.SESSION);
        if (secret == null) {
            var visitor = cookies.read(request.getCookies(), Kind.VISITOR);
            if (visitor != null) {
                visit.recognise(visitor);
            }
            return;
        }
        // An ended log-in still tells the browser's own forms from forged ones.
        visit.recognise(secret);
        sessions.find(secret).ifPresent(found -> {
            caller.is(found.who());
            found.renewedFor().ifPresent(life -> visit.keep(cookies.write(Kind.SESSION, secret, life)));
        });
    }

    private static String address(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
