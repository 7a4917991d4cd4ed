package dev.trellis.identity;

/** How an attempt to exchange a refresh token ended. */
public sealed interface RefreshOutcome {
    /** Here is the next pair; the one before is void. */
    record Refreshed(IssuedTokens tokens) implements RefreshOutcome {}

    /** Another request exchanged the same token a moment ago, as two tabs do; its pair is the one to use. */
    record JustRefreshed() implements RefreshOutcome {}

    /** The token was exchanged long ago, so somebody has a copy: the whole session is revoked. */
    record TokenReused() implements RefreshOutcome {}

    /** Unknown, expired or revoked. */
    record RefreshRefused() implements RefreshOutcome {}

    /** People log in at an external issuer now. */
    record RefreshElsewhere(String issuer) implements RefreshOutcome {}
}
