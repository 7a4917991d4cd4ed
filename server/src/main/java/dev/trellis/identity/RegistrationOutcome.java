package dev.trellis.identity;

import java.time.Duration;

/** How an attempt to register ended. */
public sealed interface RegistrationOutcome {
    /** There is a new account, and it is logged in. */
    record Registered(IssuedTokens tokens) implements RegistrationOutcome {}

    /** The server takes no new accounts, or only invited ones and no code was given. */
    record RegistrationIsClosed(RegistrationMode mode) implements RegistrationOutcome {}

    /** The invite code is unknown, expired or used up. */
    record InviteRefused() implements RegistrationOutcome {}

    /** Somebody has an account with this e-mail address. */
    record EmailTaken() implements RegistrationOutcome {}

    /** Too many attempts from this network address. */
    record RegistrationThrottled(Duration retryAfter) implements RegistrationOutcome {}

    /** Accounts come from an external issuer. */
    record RegisterElsewhere(String issuer) implements RegistrationOutcome {}
}
