package dev.trellis.identity;

/** Who may make an account: {@code trellis.registration}. */
public enum RegistrationMode {
    /** Anyone. */
    OPEN,
    /** Whoever has an invite code. */
    INVITE,
    /** Nobody, except whoever is invited to operate the server. */
    CLOSED
}
