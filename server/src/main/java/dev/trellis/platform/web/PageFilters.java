package dev.trellis.platform.web;

import dev.trellis.platform.web.BrowserCookies.Kind;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/**
 * What every page is sent with: a policy by which the browser runs and shows nothing that is not ours, no copy in any
 * cache, and the cookies of this visit.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class PageFilters implements ContainerResponseFilter {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final Duration VISITOR_LIFE = Duration.ofDays(30);

    private final Visit visit;
    private final BrowserCookies cookies;

    public PageFilters(Visit visit, BrowserCookies cookies) {
        this.visit = visit;
        this.cookies = cookies;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!Pages.isPage(request.getUriInfo().getPath())) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", POLICY);
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (cookies.secure()) {
            headers.putSingle("Strict-Transport-Security", "max-age=31536000");
        }
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (Pages.isHtml(response) && !visit.isRecognised()) {
            // Before the page is written: its forms carry a token made of this secret.
            var secret = Visit.newSecret();
            visit.recognise(secret);
            visit.keep(cookies.write(Kind.VISITOR, secret, VISITOR_LIFE));
        }
        visit.cookies().forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie));
    }
}
