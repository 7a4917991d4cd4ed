package dev.trellis.identity.web;

import dev.trellis.identity.Client;
import dev.trellis.identity.IssuedTokens;
import dev.trellis.identity.NewAccount;
import dev.trellis.identity.RegistrationMode;
import dev.trellis.identity.RegistrationOutcome;
import dev.trellis.identity.RegistrationOutcome.EmailTaken;
import dev.trellis.identity.RegistrationOutcome.InviteRefused;
import dev.trellis.identity.RegistrationOutcome.RegisterElsewhere;
import dev.trellis.identity.RegistrationOutcome.Registered;
import dev.trellis.identity.RegistrationOutcome.RegistrationIsClosed;
import dev.trellis.identity.RegistrationOutcome.RegistrationThrottled;
import dev.trellis.identity.Registrations;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Access;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Making an account. */
@Path("/register")
@Access(open = true)
@RunOnVirtualThread
@Tag(name = "Account")
public class RegistrationApi {
    private final Registrations registrations;
    private final NetworkAddress address;

    RegistrationApi(Registrations registrations, NetworkAddress address) {
        this.registrations = registrations;
        this.address = address;
    }

    @POST
    @Operation(summary = "Make an account and log in")
    public IssuedTokens register(@NotNull @Valid NewAccount body) {
        return tokens(registrations.register(body, Client.program(""), address.ofCaller()));
    }

    static IssuedTokens tokens(RegistrationOutcome outcome) {
        return switch (outcome) {
            case Registered(var tokens) -> tokens;
            case RegistrationIsClosed(var mode) ->
                throw new ProblemException(ProblemType.REGISTRATION_CLOSED, sentence(mode));
            case InviteRefused() ->
                throw new ProblemException(
                        ProblemType.INVITE_REFUSED,
                        "The code does not exist, has expired, or has been used up. Ask for a new one.");
            case EmailTaken() ->
                throw new ProblemException(
                        ProblemType.ALREADY_EXISTS, "There is an account with this e-mail address; log in instead.");
            case RegistrationThrottled(var wait) -> throw ProblemException.tooManyRequests(wait);
            case RegisterElsewhere(var issuer) -> throw LogInApi.elsewhere(issuer);
        };
    }

    private static String sentence(RegistrationMode mode) {
        return mode == RegistrationMode.INVITE
                ? "This server takes new people by invite; send the invite_code you were given."
                : "This server takes no new accounts. Ask whoever runs it.";
    }
}
