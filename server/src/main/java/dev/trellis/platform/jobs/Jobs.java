package dev.trellis.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs every {@link Job} on its schedule, on one node at a time, and on demand. */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final int THREADS = 3;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final List<Job> jobs;
    private final JobRuns runs;
    private final boolean enabled;
    private final boolean onlyNode;
    private final Scheduler scheduler;
    private final AtomicBoolean stopping = new AtomicBoolean();

    @Inject
    Jobs(
            @All List<Job> jobs,
            JobRuns runs,
            @DataSource("jobs") javax.sql.DataSource database,
            @ConfigProperty(name = "trellis.jobs.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "trellis.only-node", defaultValue = "false") boolean onlyNode) {
        this.jobs = jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
        this.runs = runs;
        this.enabled = enabled;
        this.onlyNode = onlyNode;
        this.scheduler = Scheduler.create(database)
                .startTasks(this.jobs.stream().map(this::task).toList())
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(Duration.ofSeconds(15))
                .build();
    }

    /** A job as an operator sees it. */
    public record JobState(
            String name,
            @Nullable Instant next,
            boolean running,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            List<JobRuns.JobRun> latestRuns) {}

    void start(@Observes StartupEvent started) {
        if (!enabled) {
            return;
        }
        if (onlyNode) {
            runs.releaseWhatWasKilled();
        }
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.set(true);
        scheduler.stop();
    }

    /** Every job: when next, whether it runs now, how the last runs ended. */
    public List<JobState> states() {
        return jobs.stream().map(this::state).toList();
    }

    /** True when this node is meant to run jobs. */
    public boolean isEnabled() {
        return enabled;
    }

    /** True while this node looks for jobs that are due. */
    public boolean isRunning() {
        var state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isShuttingDown();
    }

    /** True when this server has a job of that name. */
    public boolean knows(String name) {
        return find(name).isPresent();
    }

    /** Has the job run as soon as a node is free; false when there is no such job or it runs already. */
    public boolean runSoon(String name) {
        var instance = id(name);
        return find(name).isPresent()
                && scheduler
                        .getScheduledExecution(instance)
                        .filter(execution -> !execution.isPicked())
                        .isPresent()
                && scheduler.reschedule(instance, Instant.now());
    }

    /** Runs the job here and now, on this thread. */
    public JobRuns.JobRun runNow(String name) {
        var job = find(name).orElseThrow(() -> new IllegalArgumentException("there is no job " + name));
        run(job);
        return runs.latest(name, 1).getFirst();
    }

    private Optional<Job> find(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    private JobState state(Job job) {
        var execution = scheduler.getScheduledExecution(id(job.name()));
        return new JobState(
                job.name(),
                execution.map(scheduled -> scheduled.getExecutionTime()).orElse(null),
                execution.map(scheduled -> scheduled.isPicked()).orElse(false),
                execution.map(scheduled -> scheduled.getLastSuccess()).orElse(null),
                execution.map(scheduled -> scheduled.getLastFailure()).orElse(null),
                runs.latest(job.name(), 5));
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), job.schedule()).execute((instance, context) -> run(job));
    }

    private void run(Job job) {
        var progress = new Recorder(job);
        try {
            job.run(progress);
            progress.end(null);
        } catch (RuntimeException e) {
            LOG.errorf(e, "job %s failed", job.name());
            progress.end(e.getClass().getSimpleName());
            throw e;
        }
    }

    private static TaskInstanceId id(String name) {
        return TaskInstanceId.of(name, RecurringTask.INSTANCE);
    }

    /** Writes a run down: at once when the job keeps every run, otherwise with its first piece of work. */
    private final class Recorder implements Job.Progress {
        private final Job job;
        private final AtomicReference<@Nullable UUID> run = new AtomicReference<>();
        private long done;
        private long failed;

        Recorder(Job job) {
            this.job = job;
            if (job.keepsEmptyRuns()) {
                run.set(runs.begin(job.name()));
            }
        }

        @Override
        public synchronized void add(long more, long moreFailed) {
            done += more;
            failed += moreFailed;
            var current = run.get();
            if (current == null) {
                current = runs.begin(job.name());
                run.set(current);
            }
            runs.report(current, done, failed);
        }

        @Override
        public boolean shouldStop() {
            return stopping.get() || Thread.currentThread().isInterrupted();
        }

        synchronized void end(@Nullable String error) {
            var current = run.get();
            if (current != null || error != null) {
                runs.end(current == null ? runs.begin(job.name()) : current, done, failed, error);
            }
        }
    }
}
