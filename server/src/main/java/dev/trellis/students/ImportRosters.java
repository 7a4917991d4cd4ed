package dev.trellis.students;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Every few seconds: roster files that were handed over, one import after the other. */
@ApplicationScoped
class ImportRosters implements Job {
    private final RosterImporter importer;

    ImportRosters(RosterImporter importer) {
        this.importer = importer;
    }

    @Override
    public String name() {
        return "import_rosters";
    }

    @Override
    public Schedule schedule() {
        return FixedDelay.of(Duration.ofSeconds(5));
    }

    @Override
    public boolean keepsEmptyRuns() {
        return false;
    }

    @Override
    public void run(Progress progress) {
        while (!progress.shouldStop() && importer.workOff(() -> !progress.shouldStop())) {
            progress.add(1, 0);
        }
    }
}
