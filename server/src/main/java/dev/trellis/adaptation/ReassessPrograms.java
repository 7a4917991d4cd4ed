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
 * Every two weeks by the person's own day: reviews the programs that are due. Who is due is found for everybody at once;
 * each program is then reviewed by itself, in a transaction of that person.
 */
@ApplicationScoped
class ReassessPrograms implements Job {
    private static final Logger LOG = Logger.getLogger(ReassessPrograms.class);
    private static final int BATCH = 500;
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final DuePeople due;
    private final Reassessments reassessments;
    private final InstantSource clock;

    ReassessPrograms(DuePeople due, Reassessments reassessments, InstantSource clock) {
        this.due = due;
        this.reassessments = reassessments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reassess_programs";
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
            batch = due.reviews(clock.instant(), after, BATCH);
            for (var person : batch) {
                if (progress.shouldStop()) {
                    return;
                }
                try {
                    boolean done = reassessments.reassessDue(person);
                    progress.add(done ? 1 : 0, 0);
                } catch (RuntimeException e) {
                    LOG.error("reassess_programs failed for one person", e);
                    progress.add(0, 1);
                }
                after = person;
            }
        } while (batch.size() == BATCH);
    }
}
