package dev.trellis.identity;

/** How an operator's change of an account ended. */
public sealed interface AccountChange {
    /** Done; it holds from the next request on. */
    record AccountChanged(Person person) implements AccountChange {}

    /** There is no such account. */
    record UnknownAccount() implements AccountChange {}

    /** Nobody would be left to operate the server. */
    record LastOperator() implements AccountChange {}
}
