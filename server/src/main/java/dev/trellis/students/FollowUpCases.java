package dev.trellis.students;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;

/** Every hour: deadlines that passed, and outcomes that are due. */
@ApplicationScoped
class FollowUpCases implements Job {
    private final CaseFollowUps followUps;

    FollowUpCases(CaseFollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public String name() {
        return "follow_up_cases";
    }

    @Override
    public Schedule schedule() {
        return new CronSchedule("0 15 * * * *", ZoneOffset.UTC);
    }

    @Override
    public void run(Progress progress) {
        inBatches(progress, followUps::escalate);
        inBatches(progress, followUps::setOutcomes);
    }

    private static void inBatches(Progress progress, IntSupplier work) {
        var goOn = true;
        while (goOn && !progress.shouldStop()) {
            var done = work.getAsInt();
            progress.add(done, 0);
            goOn = CaseFollowUps.isFull(done);
        }
    }
}
