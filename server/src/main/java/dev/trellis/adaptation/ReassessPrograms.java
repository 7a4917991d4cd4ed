package dev.trellis.adaptation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews the programs that are due, every two weeks by the person's own day. */
@Singleton
class ReassessPrograms extends PersonByPerson {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final DuePeople due;
    private final Reassessments reassessments;
    private final InstantSource clock;

    ReassessPrograms(DuePeople due, Reassessments reassessments, InstantSource clock) {
        super("reassess_programs", EVERY);
        this.due = due;
        this.reassessments = reassessments;
        this.clock = clock;
    }

    @Override
    List<UUID> due(@Nullable UUID after, int most) {
        return due.reviews(clock.instant(), after, most);
    }

    @Override
    boolean seeTo(UUID person) {
        return reassessments.reassessDue(person);
    }
}
