package dev.trellis.students;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every night: what was seen and said of students in courses that ended long ago (domain 10.5; 12 months). */
@ApplicationScoped
class ForgetFinishedCourses implements Job {
    private static final int BATCH = 5000;
    private static final List<String> TABLES = List.of(
            "student_interventions", "risk_assessments", "learning_events", "trainer_concerns", "student_comments");

    private final Database database;
    private final InstantSource clock;
    private final Period kept;

    ForgetFinishedCourses(
            Database database,
            InstantSource clock,
            @ConfigProperty(name = "trellis.retention.student-months", defaultValue = "12") int months) {
        this.database = database;
        this.clock = clock;
        this.kept = Period.ofMonths(months);
    }

    @Override
    public String name() {
        return "forget_finished_courses";
    }

    @Override
    public Schedule schedule() {
        return new Daily(ZoneOffset.UTC, LocalTime.of(3, 40));
    }

    @Override
    public void run(Progress progress) {
        var endedBefore = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minus(kept);
        for (var table : TABLES) {
            var forgotten = BATCH;
            while (forgotten == BATCH && !progress.shouldStop()) {
                forgotten = forget(table, endedBefore);
                progress.add(forgotten, 0);
            }
        }
    }

    private int forget(String table, LocalDate endedBefore) {
        return database.asJob(tx -> tx.createUpdate("""
                        delete from <table>
                         where ctid = any (array(
                               select t.ctid from <table> t
                                 join courses c on c.id = t.course_id
                                where c.end_date < :before
                                limit :batch))
                        """)
                .define("table", table)
                .bind("before", endedBefore)
                .bind("batch", BATCH)
                .execute());
    }
}
