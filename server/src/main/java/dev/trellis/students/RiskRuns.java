package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.students.IndicatorReader.CourseDay;
import dev.trellis.students.IndicatorReader.Which;
import dev.trellis.students.risk.RiskRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Evaluations of a course that a lead asks for; a job does them within seconds. */
@ApplicationScoped
public class RiskRuns {
    private static final int LATEST = 10;

    private final Database database;
    private final RiskRun run;
    private final InstantSource clock;

    RiskRuns(Database database, RiskRun run, InstantSource clock) {
        this.database = database;
        this.run = run;
        this.clock = clock;
    }

    /** Where a run stands. */
    public enum Status {
        REQUESTED,
        FINISHED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A run somebody asked for.
     *
     * @param evaluated enrollments that were looked at: those not looked at today already
     * @param withLevel of those, how many had enough data for a level
     */
    public record RequestedRun(
            UUID id,
            UUID courseId,
            Status status,
            String ruleSet,
            int evaluated,
            int withLevel,
            int opened,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    private record Waiting(UUID id, UUID courseId, String timeZone) {}

    /** Asks for a run; nothing when the actor does not lead such a course. */
    public Optional<RequestedRun> request(Actor lead, UUID courseId) {
        return database.as(
                lead,
                tx -> tx.createQuery("""
                        insert into risk_runs (course_id, requested_by, rule_set, requested_at)
                        select course_id, :lead, :ruleSet, :now
                          from led_courses() as led (course_id)
                         where course_id = :course
                        returning id, course_id, status, rule_set, evaluated, with_level, opened, requested_at, finished_at
                        """)
                        .bind("lead", lead.userId())
                        .bind("ruleSet", RiskRules.VERSION)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("course", courseId)
                        .mapTo(RequestedRun.class)
                        .findOne());
    }

    /** A run of a course the actor leads. */
    public Optional<RequestedRun> find(Actor lead, UUID runId) {
        return database.as(
                lead,
                tx -> tx.createQuery("""
                        select id, course_id, status, rule_set, evaluated, with_level, opened, requested_at, finished_at
                          from risk_runs
                         where id = :id
                        """)
                        .bind("id", runId)
                        .mapTo(RequestedRun.class)
                        .findOne());
    }

    /** The latest runs of the courses the actor leads, newest first. */
    public List<RequestedRun> latest(Actor lead) {
        return database.as(
                lead,
                tx -> tx.createQuery("""
                        select id, course_id, status, rule_set, evaluated, with_level, opened, requested_at, finished_at
                          from risk_runs
                         where course_id in (select led_courses())
                         order by id desc
                         limit :latest
                        """)
                        .bind("latest", LATEST)
                        .mapTo(RequestedRun.class)
                        .list());
    }

    /** Does the oldest that waits, as of its course's today; false when none does. */
    public boolean workOff() {
        return database.asJob(tx -> {
            var waiting = next(tx);
            waiting.ifPresent(one -> {
                var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(one.timeZone()));
                finish(tx, one, run.evaluate(List.of(new CourseDay(one.courseId(), today)), Which.NOT_YET_THAT_DAY));
            });
            return waiting.isPresent();
        });
    }

    private static Optional<Waiting> next(Handle tx) {
        return tx.createQuery("""
                        select r.id, r.course_id, c.time_zone
                          from risk_runs r
                          join courses c on c.id = r.course_id
                         where r.status = 'requested'
                         order by r.id
                         limit 1
                           for update of r skip locked
                        """).mapTo(Waiting.class).findOne();
    }

    private void finish(Handle tx, Waiting one, RiskRun.Done done) {
        tx.createUpdate("""
                        update risk_runs
                           set status = 'finished', finished_at = :now, evaluated = :evaluated, with_level = :withLevel,
                               opened = :opened
                         where id = :id
                        """)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("evaluated", done.evaluated())
                .bind("withLevel", done.withLevel())
                .bind("opened", done.opened())
                .bind("id", one.id())
                .execute();
    }
}
