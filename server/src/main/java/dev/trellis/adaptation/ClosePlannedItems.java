package dev.trellis.adaptation;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every hour, for somewhere a day has just ended: closes planned items whose day and grace are over. */
@ApplicationScoped
class ClosePlannedItems implements Job {
    private static final int PEOPLE = 500;

    private final ClosedItems items;

    ClosePlannedItems(ClosedItems items) {
        this.items = items;
    }

    @Override
    public String name() {
        return "close_planned_items";
    }

    @Override
    public Schedule schedule() {
        return new CronSchedule("0 10 * * * *", ZoneOffset.UTC);
    }

    @Override
    public void run(Progress progress) {
        @Nullable UUID after = null;
        do {
            var batch = items.closeNext(after, PEOPLE);
            after = batch.last();
            progress.add(batch.closed(), 0);
        } while (after != null && !progress.shouldStop());
    }
}
