package dev.trellis.platform.web;

import java.time.Duration;
import java.util.Optional;

/** Log-ins of browsers; the identity module keeps them. */
public interface BrowserSessions {
    /**
     * The person behind a browser's log-in, or nothing when it is unknown, has expired or was ended. Using a log-in
     * keeps it alive.
     */
    Optional<Found> find(String secret);

    /**
     * A live log-in.
     *
     * @param renewedFor how long the browser is to keep it from now on; nothing when that was said a short while ago
     */
    record Found(Authenticated who, Optional<Duration> renewedFor) {}
}
