package dev.trellis.adaptation;

/** What became of linking by hand; {@code T} is what was done. */
public sealed interface HandLinkResult<T> {
    /** As it is now. */
    record Linked<T>(T actual) implements HandLinkResult<T> {}

    /** The person has logged no such thing. */
    record NoSuchActual<T>() implements HandLinkResult<T> {}

    /** The person has nothing like that planned. */
    record NoSuchPlan<T>() implements HandLinkResult<T> {}

    /** It was called off and is not waited for. */
    record CalledOff<T>() implements HandLinkResult<T> {}
}
