package dev.trellis.platform.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.Role;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Decides for every endpoint, in one place, whether this request may reach it. What is not declared open is closed. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Authentication implements ContainerRequestFilter {
    private static final String SCHEME = "bearer ";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final TokenVerifier tokens;
    private final Caller caller;
    private final BrowserAuthentication browsers;
    private final ResourceInfo endpoint;
    private final ExecutorService threads;

    public Authentication(
            TokenVerifier tokens,
            Caller caller,
            BrowserAuthentication browsers,
            ResourceInfo endpoint,
            @VirtualThreads ExecutorService threads) {
        this.tokens = tokens;
        this.caller = caller;
        this.browsers = browsers;
        this.endpoint = endpoint;
        this.threads = threads;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var access = access();
        var type = endpoint.getResourceClass();
        var pages = type == null ? null : type.getAnnotation(ForBrowsers.class);
        if (pages != null && pages.sameForEverybody()) {
            return;
        }
        if (pages != null) {
            browsers.authenticate(request, access != null && access.open());
            if (caller.isKnown() && (access == null || !access.open())) {
                check(caller.authenticated(), access, request.getMethod());
            }
            return;
        }
        var token = bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            if (access == null || !access.open()) {
                throw new ProblemException(ProblemType.NOT_AUTHENTICATED, "Send an access token as a Bearer token.");
            }
            return;
        }
        if (access != null && access.open()) {
            // An open endpoint does not look at the token: an expired one must not stop anyone from logging in anew.
            return;
        }
        var known = tokens.remembered(token);
        if (known.isPresent() || BlockingOperationControl.isBlockingAllowed()) {
            admit(caller, known.or(() -> tokens.verify(token)), access, request.getMethod());
        } else {
            lookUp(token, access, (ResteasyReactiveContainerRequestContext) request);
        }
    }

    /** For endpoints that do not block: the request rests while a thread that may wait asks for its token. */
    private void lookUp(String token, @Nullable Access access, ResteasyReactiveContainerRequestContext request) {
        // The request's own, since the other thread does not know which request it works for.
        var ofThisRequest = ClientProxy.unwrap(caller);
        var method = request.getMethod();
        request.suspend();
        threads.execute(() -> {
            try {
                admit(ofThisRequest, tokens.verify(token), access, method);
                request.resume();
            } catch (RuntimeException e) {
                request.resume(e);
            }
        });
    }

    private static void admit(Caller caller, Optional<Authenticated> found, @Nullable Access access, String method) {
        var who = found.orElseThrow(() -> new ProblemException(
                ProblemType.NOT_AUTHENTICATED, "The token has expired or was revoked; log in again."));
        check(who, access, method);
        caller.is(who);
    }

    private static void check(Authenticated who, @Nullable Access access, String method) {
        var role = access == null ? Role.PARTICIPANT : access.role();
        if (!who.roles().contains(role)) {
            throw new ProblemException(ProblemType.NOT_ALLOWED, "This needs the role " + role.wire() + ".");
        }
        var needed = access == null || access.scopes().length == 0
                ? Set.of(READS.contains(method) ? Scope.READ : Scope.WRITE)
                : Set.of(access.scopes());
        for (var scope : needed) {
            if (!who.scopes().contains(scope)) {
                throw new ProblemException(
                        ProblemType.NOT_ALLOWED, "The token does not have the scope " + scope.wire() + ".");
            }
        }
    }

    private @Nullable Access access() {
        var method = endpoint.getResourceMethod();
        if (method == null) {
            return null;
        }
        var onMethod = method.getAnnotation(Access.class);
        return onMethod != null ? onMethod : endpoint.getResourceClass().getAnnotation(Access.class);
    }

    private static @Nullable String bearer(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }
}
