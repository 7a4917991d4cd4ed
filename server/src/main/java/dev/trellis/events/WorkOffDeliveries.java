package dev.trellis.events;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Every few seconds: later handlers and retries that are due. */
@ApplicationScoped
class WorkOffDeliveries implements Job {
    private final Deliveries deliveries;

    WorkOffDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "work_off_deliveries";
    }

    @Override
    public Schedule schedule() {
        return FixedDelay.of(Duration.ofSeconds(3));
    }

    @Override
    public boolean keepsEmptyRuns() {
        return false;
    }

    @Override
    public void run(Progress progress) {
        var tried = deliveries.workOff(() -> !progress.shouldStop());
        if (tried > 0) {
            progress.add(tried, 0);
        }
    }
}
