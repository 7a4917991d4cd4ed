package dev.trellis.identity.web;

import dev.trellis.identity.Client;
import dev.trellis.identity.IssuedTokens;
import dev.trellis.identity.LogIn;
import dev.trellis.identity.LogInOutcome.LogInElsewhere;
import dev.trellis.identity.LogInOutcome.LogInRefused;
import dev.trellis.identity.LogInOutcome.LogInThrottled;
import dev.trellis.identity.LogInOutcome.LoggedIn;
import dev.trellis.identity.RefreshOutcome.JustRefreshed;
import dev.trellis.identity.RefreshOutcome.RefreshElsewhere;
import dev.trellis.identity.RefreshOutcome.RefreshRefused;
import dev.trellis.identity.RefreshOutcome.Refreshed;
import dev.trellis.identity.RefreshOutcome.TokenReused;
import dev.trellis.identity.Sessions;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Access;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Getting in, and staying in. */
@Path("")
@Access(open = true)
@RunOnVirtualThread
@Tag(name = "Account")
public class LogInApi {
    private final LogIn logIn;
    private final Sessions sessions;
    private final NetworkAddress address;

    LogInApi(LogIn logIn, Sessions sessions, NetworkAddress address) {
        this.logIn = logIn;
        this.sessions = sessions;
        this.address = address;
    }

    /** Who wants in, and what to call the device in the list of sessions. */
    public record Credentials(
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = 200) String password,
            @Nullable @Size(max = 200) String device) {
        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    /** The token to exchange. */
    public record RefreshToken(@NotNull @Size(max = 100) String refreshToken) {
        @Override
        public String toString() {
            return "RefreshToken[hidden]";
        }
    }

    @POST
    @Path("login")
    @Operation(summary = "Log in with e-mail and password")
    public IssuedTokens logIn(@NotNull @Valid Credentials body) {
        var client = Client.program(Objects.requireNonNullElse(body.device(), ""));
        return switch (logIn.logIn(body.email(), body.password(), client, address.ofCaller())) {
            case LoggedIn(var tokens) -> tokens;
            case LogInRefused() -> throw refused();
            case LogInThrottled(var wait) -> throw ProblemException.tooManyRequests(wait);
            case LogInElsewhere(var issuer) -> throw elsewhere(issuer);
        };
    }

    @POST
    @Path("token/refresh")
    @Operation(summary = "Exchange a refresh token for the next pair of tokens")
    public IssuedTokens refresh(@NotNull @Valid RefreshToken body) {
        return switch (sessions.refresh(body.refreshToken())) {
            case Refreshed(var tokens) -> tokens;
            case JustRefreshed() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "Another request exchanged this token a moment ago; use the tokens it was given.");
            case TokenReused() ->
                throw new ProblemException(
                        ProblemType.NOT_AUTHENTICATED,
                        "This refresh token was used before, so somebody may have a copy. The session was ended; log in"
                                + " again.");
            case RefreshElsewhere(var issuer) -> throw elsewhere(issuer);
            case RefreshRefused() ->
                throw new ProblemException(
                        ProblemType.NOT_AUTHENTICATED, "The session has expired or was ended; log in again.");
        };
    }

    static ProblemException refused() {
        return new ProblemException(
                ProblemType.LOG_IN_REFUSED, "This e-mail address and password do not belong together.");
    }

    static ProblemException elsewhere(String issuer) {
        return new ProblemException(
                ProblemType.LOG_IN_ELSEWHERE,
                "People log in to this server at " + issuer + ". Send a token from there as a Bearer token.");
    }
}
