package dev.trellis.platform.web;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every night: first answers that nobody will ask for again. */
@ApplicationScoped
class ForgetIdempotencyKeys implements Job {
    private static final int BATCH = 5000;

    private final Database database;
    private final InstantSource clock;
    private final Duration kept;

    ForgetIdempotencyKeys(
            Database database,
            InstantSource clock,
            @ConfigProperty(name = "trellis.retention.idempotency-keys", defaultValue = "48h") Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "forget_idempotency_keys";
    }

    @Override
    public Schedule schedule() {
        return new Daily(ZoneOffset.UTC, LocalTime.of(3, 10));
    }

    @Override
    public void run(Progress progress) {
        var forgotten = BATCH;
        while (forgotten == BATCH && !progress.shouldStop()) {
            forgotten = forgetSome();
            progress.add(forgotten, 0);
        }
    }

    private int forgetSome() {
        return database.asJob(tx -> tx.createUpdate("""
                        delete from idempotency_keys k
                         using (select user_id, key
                                  from idempotency_keys
                                 where created_at < :before
                                 order by created_at
                                 limit :batch) old
                         where k.user_id = old.user_id and k.key = old.key
                        """)
                .bind("before", clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
                .bind("batch", BATCH)
                .execute());
    }
}
