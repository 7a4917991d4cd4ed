package dev.trellis.events;

import java.time.Duration;
import java.time.Instant;

/** When a failed delivery is tried again: 10 s, 20 s, 40 s ... at most an hour apart; parked after {@value #ATTEMPTS}. */
final class Backoff {
    /** So many tries in all, spread over about eight hours. */
    static final int ATTEMPTS = 16;

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Backoff() {}

    /** When to try again after so many failed attempts. */
    static Instant after(int attempts, Instant now) {
        var factor = 1L << Math.min(attempts - 1, 20);
        var wait = FIRST.multipliedBy(factor);
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
