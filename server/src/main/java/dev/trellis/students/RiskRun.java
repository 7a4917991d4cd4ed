package dev.trellis.students;

import dev.trellis.events.Events;
import dev.trellis.platform.Database;
import dev.trellis.students.IndicatorReader.CourseDay;
import dev.trellis.students.IndicatorReader.Which;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Evaluates whole courses: the database works out the indicators, the pure rules say what they mean, and everything that
 * follows is written a batch at a time. A batch is one transaction; a run that was interrupted goes on with what is due.
 */
@ApplicationScoped
public class RiskRun {
    /** Courses are put together until they have so many students. */
    private static final int BATCH = 2500;

    private final Database database;
    private final IndicatorReader reader;
    private final AssessmentStore store;
    private final CaseOpening cases;
    private final Events events;
    private final InstantSource clock;

    RiskRun(
            Database database,
            IndicatorReader reader,
            AssessmentStore store,
            CaseOpening cases,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.reader = reader;
        this.store = store;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** What a batch did: enrollments looked at, those with a level, cases opened. */
    public record Done(int evaluated, int withLevel, int opened) {}

    private record Running(UUID courseId, LocalDate day, int students) {}

    /** The courses with somebody due on their last complete day, put together in batches; for {@link #evaluate}. */
    List<List<CourseDay>> due() {
        var running = database.asJob(tx -> tx.createQuery("""
                        select c.id as course_id, c.day, count(*)::int as students
                          from (select c.id, c.start_date, c.end_date, (:now::timestamptz at time zone c.time_zone)::date - 1 as day
                                  from courses c) c
                          join student_enrollments e on e.course_id = c.id and e.status = 'active'
                          left join risk_states s on s.user_id = e.user_id and s.enrollment_id = e.id
                         where c.day - greatest(c.start_date, e.enrolled_on) >= 14 and c.day <= c.end_date
                           and (s.evaluated_on is null or s.evaluated_on <= c.day - 7)
                           and not exists (select from student_choices o
                                            where o.user_id = e.user_id and not o.automated_scoring)
                         group by c.id, c.day
                         order by c.id
                        """)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Running.class)
                .list());
        var batches = new ArrayList<List<CourseDay>>();
        var students = BATCH;
        for (var course : running) {
            if (students >= BATCH) {
                batches.add(new ArrayList<>());
                students = 0;
            }
            batches.getLast().add(new CourseDay(course.courseId(), course.day()));
            students += course.students();
        }
        return batches;
    }

    /** Evaluates these courses in one transaction. */
    Done evaluate(List<CourseDay> courses, Which which) {
        return database.asJob(tx -> evaluate(tx, courses, which));
    }

    private Done evaluate(Handle tx, List<CourseDay> courses, Which which) {
        var now = clock.instant();
        lock(tx, courses);
        var measured = reader.read(tx, courses, now, which, null);
        var assessments =
                measured.stream().flatMap(one -> Assessment.of(one).stream()).toList();
        if (assessments.isEmpty()) {
            return new Done(measured.size(), 0, 0);
        }
        store.add(tx, assessments, now);
        var opened = cases.follow(tx, assessments);
        events.publishAll(
                tx,
                assessments.stream()
                        .filter(one -> one.improvedFrom() != null)
                        .map(one -> new StudentImproved(
                                one.studentId(),
                                one.measured().enrollmentId(),
                                one.courseId(),
                                Objects.requireNonNull(one.improvedFrom()),
                                one.level()))
                        .toList());
        return new Done(measured.size(), assessments.size(), opened);
    }

    /** Two runs over one course wait for each other: hysteresis counts each evaluation once. */
    private static void lock(Handle tx, List<CourseDay> courses) {
        tx.createQuery("select id from courses where id = any (:ids) order by id for no key update")
                .bindArray(
                        "ids",
                        UUID.class,
                        courses.stream().map(CourseDay::courseId).toList())
                .mapTo(UUID.class)
                .list();
    }
}
