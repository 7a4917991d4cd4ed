package dev.trellis.identity;

/** Who may make an account: {@code trellis.registration}. */
public enum RegistrationMode {
    /** Anyone. */
    OPEN,
    /** Whoever has an invite code. */
    INVITE,
    /** Nobody, except the first operator. */
    CLOSED
}
