package dev.trellis.adaptation;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work on everybody who is due. Who is due is found for many at once; each is then seen to by themselves, in a transaction
 * of theirs. Who fails is passed over, and due again at the next run.
 */
abstract class PersonByPerson implements Job {
    private static final Logger LOG = Logger.getLogger(PersonByPerson.class);
    private static final int BATCH = 500;

    private final String name;
    private final Duration every;

    PersonByPerson(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /** The next so many people who are due, by their ids. */
    abstract List<UUID> due(@Nullable UUID after, int most);

    /** Sees to one of them; false when they are not due any more. */
    abstract boolean seeTo(UUID person);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Schedule schedule() {
        return FixedDelay.of(every);
    }

    @Override
    public final void run(Progress progress) {
        @Nullable UUID after = null;
        List<UUID> batch;
        do {
            batch = due(after, BATCH);
            for (var person : batch) {
                if (progress.shouldStop()) {
                    return;
                }
                try {
                    progress.add(seeTo(person) ? 1 : 0, 0);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "%s failed for one person", name);
                    progress.add(0, 1);
                }
                after = person;
            }
        } while (batch.size() == BATCH);
    }
}
