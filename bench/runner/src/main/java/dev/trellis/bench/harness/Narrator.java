package dev.trellis.bench.harness;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells on standard error what goes on, with the time since the start: a long bench must not look dead. */
public final class Narrator {
    private final PrintStream out;
    private final Instant began = Instant.now();

    /** Speaks on this stream. */
    public Narrator(PrintStream out) {
        this.out = out;
    }

    /** One line. */
    public void say(String format, Object... arguments) {
        var seconds = Duration.between(began, Instant.now()).toSeconds();
        out.printf(Locale.ROOT, "bench %4d s  %s%n", seconds, String.format(Locale.ROOT, format, arguments));
    }
}
