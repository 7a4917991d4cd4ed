package dev.trellis.interventions;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** At 00:05 UTC, as the seed has it, and five past every other hour, so that no zone waits a day for its midnight. */
@ApplicationScoped
class CompleteExpiredPeriods implements Job {
    private static final int BATCH = 1000;
    private static final int WORKERS = 2;

    private final ExpiredPeriods expired;

    CompleteExpiredPeriods(ExpiredPeriods expired) {
        this.expired = expired;
    }

    @Override
    public String name() {
        return "complete_expired_periods";
    }

    @Override
    public Schedule schedule() {
        return new CronSchedule("0 5 * * * *", ZoneOffset.UTC);
    }

    @Override
    public void run(Progress progress) {
        try (var workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            var running = IntStream.range(0, WORKERS)
                    .<Future<?>>mapToObj(worker -> workers.submit(() -> work(progress)))
                    .toList();
            for (var worker : running) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("completing expired periods failed", e.getCause());
        }
    }

    /** Batches skip what the other worker holds, so both may end while the other still has a batch in hand. */
    private void work(Progress progress) {
        var batch = new ExpiredPeriods.Batch(BATCH, 0);
        while (batch.completed() > 0 && !progress.shouldStop()) {
            batch = expired.completeBatch(BATCH);
            progress.add(batch.completed(), batch.withFailures());
        }
    }
}
