package dev.trellis.students;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import dev.trellis.students.IndicatorReader.Which;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Every night: whoever was last evaluated a week ago is evaluated at the end of their course's last complete day. */
@ApplicationScoped
class AssessStudents implements Job {
    private final RiskRun run;

    AssessStudents(RiskRun run) {
        this.run = run;
    }

    @Override
    public String name() {
        return "assess_students";
    }

    @Override
    public Schedule schedule() {
        return new Daily(ZoneOffset.UTC, LocalTime.of(2, 0));
    }

    @Override
    public void run(Progress progress) {
        for (var courses : run.due()) {
            if (progress.shouldStop()) {
                return;
            }
            progress.add(run.evaluate(courses, Which.DUE).evaluated(), 0);
        }
    }
}
