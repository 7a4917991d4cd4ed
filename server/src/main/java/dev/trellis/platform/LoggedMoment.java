package dev.trellis.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When something that is logged happened: not before the year 2000, and not ahead of us. */
public final class LoggedMoment {
    /** What to say to whoever names another moment. */
    public static final String RULE = "This is a moment of the past, not before the year 2000.";

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    /** A phone's clock may be a little fast. */
    private static final Duration FAST_CLOCK = Duration.ofMinutes(5);

    private LoggedMoment() {}

    /** Whether something can have happened then. */
    public static boolean isPossible(Instant moment, Instant now) {
        return !moment.isBefore(EARLIEST) && !moment.isAfter(now.plus(FAST_CLOCK));
    }

    /** The moment as the database keeps it, or the present one when none is named. */
    public static Instant of(@Nullable Instant moment, Instant now) {
        return (moment == null ? now : moment).truncatedTo(ChronoUnit.MICROS);
    }
}
