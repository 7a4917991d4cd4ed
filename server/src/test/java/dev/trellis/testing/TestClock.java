package dev.trellis.testing;

import dev.trellis.platform.TrellisClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The server's clock in tests: it stands still until a test moves it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends TrellisClock {
    /** Where every test class begins: a Monday, noon UTC. */
    public static final Instant BEGINNING = Instant.parse("2026-11-16T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);

    @Override
    protected Instant real() {
        return now.get();
    }

    /** Moves to this moment. */
    public void set(Instant moment) {
        now.set(moment);
    }

    /** Moves on. */
    public void advance(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }
}
