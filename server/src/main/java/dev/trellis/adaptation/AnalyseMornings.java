package dev.trellis.adaptation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at the day of whoever has a program, every morning at the person's own hour. */
@Singleton
class AnalyseMornings extends PersonByPerson {
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final DuePeople due;
    private final Mornings mornings;
    private final InstantSource clock;

    AnalyseMornings(DuePeople due, Mornings mornings, InstantSource clock) {
        super("analyse_mornings", EVERY);
        this.due = due;
        this.mornings = mornings;
        this.clock = clock;
    }

    @Override
    List<UUID> due(@Nullable UUID after, int most) {
        return due.mornings(clock.instant(), after, most);
    }

    @Override
    boolean seeTo(UUID person) {
        return mornings.lookAt(person);
    }
}
