package dev.trellis.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's only source of the present. Normally the machine's clock; demo data and replays are written
 * {@linkplain #at at another moment}, through the same use cases, seen only by the thread that asked.
 */
@ApplicationScoped
public class TrellisClock implements InstantSource {
    private static final ScopedValue<Instant> PRETENDED = ScopedValue.newInstance();

    @Override
    public Instant instant() {
        return PRETENDED.isBound() ? PRETENDED.get() : real();
    }

    /** The machine's time; replaced in tests. */
    protected Instant real() {
        return Instant.now();
    }

    /** Runs the work as if it were this moment. */
    public static <T extends @Nullable Object> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(PRETENDED, moment).call(work::get);
    }
}
