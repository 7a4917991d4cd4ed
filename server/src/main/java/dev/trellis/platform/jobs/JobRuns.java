package dev.trellis.platform.jobs;

import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each run of a job did, kept for operators; the last 200 of each job. */
@ApplicationScoped
public class JobRuns {
    private static final int KEPT = 200;

    private final Database database;
    private final InstantSource clock;

    JobRuns(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One run; unfinished while it goes on, or for good when its node was killed. */
    public record JobRun(
            UUID id,
            String job,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long done,
            long failed,
            @Nullable String error) {}

    UUID begin(String job) {
        return database.asJob(tx -> {
            tx.createUpdate("""
                            delete from job_runs
                             where job = :job
                               and id not in (select id from job_runs where job = :job order by id desc limit :kept)
                            """).bind("job", job).bind("kept", KEPT).execute();
            return tx.createQuery("insert into job_runs (job, started_at) values (:job, :now) returning id")
                    .bind("job", job)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .mapTo(UUID.class)
                    .one();
        });
    }

    void report(UUID run, long done, long failed) {
        database.runJob(tx -> tx.createUpdate(
                        "update job_runs set done = :done, failed = :failed, updated_at = now() where id = :run")
                .bind("run", run)
                .bind("done", done)
                .bind("failed", failed)
                .execute());
    }

    void end(UUID run, long done, long failed, @Nullable String error) {
        database.runJob(tx -> tx.createUpdate("""
                        update job_runs
                           set done = :done, failed = :failed, error = :error, finished_at = :now, updated_at = now()
                         where id = :run
                        """)
                .bind("run", run)
                .bind("done", done)
                .bind("failed", failed)
                .bind("error", error)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /**
     * Makes jobs that a killed server had picked due again, at once: where there can be no other node, nobody has to
     * wait for its heartbeat to be missed.
     */
    void releaseWhatWasKilled() {
        database.runJob(tx -> {
            tx.execute("""
                    update scheduled_tasks
                       set picked = false, picked_by = null, last_heartbeat = null, execution_time = now(),
                           version = version + 1
                     where picked
                    """);
            tx.execute("""
                    update job_runs set finished_at = now(), error = 'the server was killed' where finished_at is null
                    """);
        });
    }

    /** The latest runs of a job, newest first. */
    public List<JobRun> latest(String job, int most) {
        return database.asJob(tx -> tx.createQuery("""
                        select id, job, started_at, finished_at, done, failed, error
                          from job_runs
                         where job = :job
                         order by id desc
                         limit :most
                        """)
                .bind("job", job)
                .bind("most", most)
                .mapTo(JobRun.class)
                .list());
    }
}
