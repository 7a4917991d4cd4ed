package dev.trellis.adaptation;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.events.Events;
import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Stops waiting for proposals whose session has begun, or whose day is over, unanswered (domain 05.6). */
@ApplicationScoped
class ExpireAdjustments implements Job {
    private static final int BATCH = 1000;
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final OverrideStore store;
    private final Events events;
    private final InstantSource clock;

    ExpireAdjustments(Database database, OverrideStore store, Events events, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expire_adjustments";
    }

    @Override
    public Schedule schedule() {
        return FixedDelay.of(EVERY);
    }

    @Override
    public boolean keepsEmptyRuns() {
        return false;
    }

    @Override
    public void run(Progress progress) {
        int expired = BATCH;
        while (expired == BATCH && !progress.shouldStop()) {
            expired = database.asJob(tx -> {
                var late = store.expire(tx, clock.instant(), BATCH);
                events.publishAll(
                        tx,
                        late.stream()
                                .map(one -> new AdjustmentRejected(one.userId(), one.id(), one.date(), "expired"))
                                .toList());
                return late.size();
            });
            progress.add(expired, 0);
        }
    }
}
