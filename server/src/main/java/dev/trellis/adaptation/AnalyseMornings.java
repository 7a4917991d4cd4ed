package dev.trellis.adaptation;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Every morning at the person's own hour: looks at the day of whoever has a program. Who is due is found for everybody at
 * once; each day is then decided by itself, in a transaction of that person.
 */
@ApplicationScoped
class AnalyseMornings implements Job {
    private static final Logger LOG = Logger.getLogger(AnalyseMornings.class);
    private static final int BATCH = 500;
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final DuePeople due;
    private final Mornings mornings;
    private final InstantSource clock;

    AnalyseMornings(DuePeople due, Mornings mornings, InstantSource clock) {
        this.due = due;
        this.mornings = mornings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "analyse_mornings";
    }

    @Override
    public Schedule schedule() {
        return FixedDelay.of(EVERY);
    }

    /** Who fails is passed over and due again at the next run. */
    @Override
    public void run(Progress progress) {
        @Nullable UUID after = null;
        List<UUID> batch;
        do {
            batch = due.mornings(clock.instant(), after, BATCH);
            for (var person : batch) {
                if (progress.shouldStop()) {
                    return;
                }
                try {
                    boolean done = mornings.lookAt(person);
                    progress.add(done ? 1 : 0, 0);
                } catch (RuntimeException e) {
                    LOG.error("analyse_mornings failed for one person", e);
                    progress.add(0, 1);
                }
                after = person;
            }
        } while (batch.size() == BATCH);
    }
}
