package dev.trellis.programs;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.events.Events;
import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Every hour: programs whose last day is over in their person's own zone are completed. */
@ApplicationScoped
class EndPrograms implements Job {
    private static final int BATCH = 1000;
    /** Nowhere on Earth is the date later than here. */
    private static final ZoneId EARLIEST_TO_SEE_A_DAY = ZoneId.of("Pacific/Kiritimati");

    private final Database database;
    private final ProgramStore programs;
    private final Events events;
    private final InstantSource clock;

    EndPrograms(Database database, ProgramStore programs, Events events, InstantSource clock) {
        this.database = database;
        this.programs = programs;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "end_programs";
    }

    @Override
    public Schedule schedule() {
        return new CronSchedule("0 10 * * * *", ZoneOffset.UTC);
    }

    @Override
    public void run(Progress progress) {
        var ended = BATCH;
        while (ended > 0 && !progress.shouldStop()) {
            ended = endBatch();
            progress.add(ended, 0);
        }
    }

    private int endBatch() {
        return database.asJob(tx -> {
            var now = clock.instant();
            var ended = programs.completeExpired(tx, now, LocalDate.ofInstant(now, EARLIEST_TO_SEE_A_DAY), BATCH);
            events.publishAll(tx, ended);
            return ended.size();
        });
    }
}
