package dev.trellis.students;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Every few seconds: the evaluations that leads asked for. */
@ApplicationScoped
class AssessRequestedCourses implements Job {
    private final RiskRuns runs;

    AssessRequestedCourses(RiskRuns runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return "assess_requested_courses";
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
        while (!progress.shouldStop() && runs.workOff()) {
            progress.add(1, 0);
        }
    }
}
