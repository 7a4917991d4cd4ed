package dev.trellis.identity;

import java.time.Duration;

/** How an attempt to log in ended. */
public sealed interface LogInOutcome {
    /** The person is in. */
    record LoggedIn(IssuedTokens tokens) implements LogInOutcome {}

    /** E-mail or password is wrong, or the account is suspended; which of them is not said. */
    record LogInRefused() implements LogInOutcome {}

    /** Too many attempts for this e-mail address or from this network address. */
    record LogInThrottled(Duration retryAfter) implements LogInOutcome {}

    /** People log in at an external issuer. */
    record LogInElsewhere(String issuer) implements LogInOutcome {}
}
