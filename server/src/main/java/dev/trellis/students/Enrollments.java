package dev.trellis.students;

import dev.trellis.events.AuditLog;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who is in which course, and who works with them there; kept by registrars. */
@ApplicationScoped
public class Enrollments {
    private static final String COLUMNS = """
            id, user_id as student_id, course_id, source_id, student_name, enrolled_on, status, ended_on, attempt
            """;

    private final Database database;
    private final AuditLog audit;

    Enrollments(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** How an enrollment, or a change of one, ended. */
    public sealed interface Change {
        /** Done. */
        record Done(Enrollment enrollment) implements Change {}

        /** The student is in this course already. */
        record AlreadyEnrolled() implements Change {}

        /** There is no such course, student or enrollment. */
        record Unknown(String what) implements Change {}

        /** The trainer is not of the course's staff. */
        record NotStaff() implements Change {}

        /** The last day lies before the first, or too far behind it. */
        record NotInOrder() implements Change {}
    }

    private record Listed(int shown) {}

    /** Enrolls a student. */
    public Change enroll(Actor registrar, NewEnrollment wanted) {
        return database.as(registrar, tx -> {
            if (!exists(tx, "select exists (select from courses where id = :id)", wanted.courseId())) {
                return new Change.Unknown("course");
            }
            if (!exists(tx, "select exists (select from users where id = :id)", wanted.studentId())) {
                return new Change.Unknown("person");
            }
            if (wanted.trainerId() != null && !isStaff(tx, wanted.courseId(), wanted.trainerId())) {
                return new Change.NotStaff();
            }
            return insert(tx, wanted)
                    .<Change>map(enrollment -> {
                        if (wanted.trainerId() != null) {
                            giveTo(tx, enrollment, wanted.trainerId());
                        }
                        return new Change.Done(enrollment);
                    })
                    .orElseGet(Change.AlreadyEnrolled::new);
        });
    }

    /** The enrollments of a course, newest first. */
    public Page<Enrollment> list(Actor registrar, UUID courseId, PageRequest page) {
        return database.as(registrar, tx -> {
            var rows = tx.createQuery("select " + COLUMNS + """
                              from student_enrollments
                             where course_id = :course and (:after::uuid is null or id < :after)
                             order by id desc
                             limit :fetch
                            """)
                    .bind("course", courseId)
                    .bind("after", page.afterId())
                    .bind("fetch", page.fetch())
                    .mapTo(Enrollment.class)
                    .list();
            var found = Page.of(rows, page, enrollment -> new Cursor(enrollment.id()));
            audit.recordEach(
                    tx,
                    registrar,
                    "student.enrollment_listed",
                    found.items().stream().map(Enrollment::studentId).toList(),
                    new Listed(found.items().size()));
            return found;
        });
    }

    /** Ends an enrollment on a day, or takes the end back. */
    public Change end(Actor registrar, UUID enrollmentId, Enrollment.Status status, @Nullable LocalDate endedOn) {
        return database.as(
                registrar,
                tx -> tx.createQuery("""
                        update student_enrollments e
                           set status = :status,
                               ended_on = case when :status = 'active' then null else coalesce(:ended::date, c.end_date) end
                          from courses c
                         where e.id = :id and c.id = e.course_id
                        returning e.id, e.user_id as student_id, e.course_id, e.source_id, e.student_name, e.enrolled_on,
                                  e.status, e.ended_on, e.attempt
                        """)
                        .bind("id", enrollmentId)
                        .bind("status", status)
                        .bind("ended", endedOn)
                        .mapTo(Enrollment.class)
                        .findOne()
                        .<Change>map(Change.Done::new)
                        .orElseGet(() -> new Change.Unknown("enrollment")));
    }

    /** Has a trainer of the course work with the student. */
    public Change assign(Actor registrar, UUID enrollmentId, UUID trainerId) {
        return database.as(
                registrar,
                tx -> find(tx, enrollmentId)
                        .<Change>map(enrollment -> {
                            if (!isStaff(tx, enrollment.courseId(), trainerId)) {
                                return new Change.NotStaff();
                            }
                            giveTo(tx, enrollment, trainerId);
                            return new Change.Done(enrollment);
                        })
                        .orElseGet(() -> new Change.Unknown("enrollment")));
    }

    /** Excuses a student for days that then count for nothing. */
    public Change excuse(Actor registrar, UUID enrollmentId, CourseBreak absence) {
        if (!absence.isInOrder()) {
            return new Change.NotInOrder();
        }
        return database.as(
                registrar,
                tx -> find(tx, enrollmentId)
                        .<Change>map(enrollment -> {
                            tx.createUpdate("""
                                    insert into excused_absences (user_id, course_id, from_day, until_day)
                                    values (:student, :course, :from, :until)
                                        on conflict (user_id, course_id, from_day) do update
                                       set until_day = excluded.until_day
                                    """)
                                    .bind("student", enrollment.studentId())
                                    .bind("course", enrollment.courseId())
                                    .bind("from", absence.fromDay())
                                    .bind("until", absence.untilDay())
                                    .execute();
                            return new Change.Done(enrollment);
                        })
                        .orElseGet(() -> new Change.Unknown("enrollment")));
    }

    private static Optional<Enrollment> insert(Handle tx, NewEnrollment wanted) {
        tx.createUpdate("insert into user_profiles (user_id) values (:student) on conflict do nothing")
                .bind("student", wanted.studentId())
                .execute();
        return tx.createQuery("""
                        insert into student_enrollments (user_id, course_id, student_name, enrolled_on, attempt)
                        select u.id, c.id, coalesce(nullif(:name, ''), u.display_name), coalesce(:enrolled, c.start_date),
                               :attempt
                          from users u cross join courses c
                         where u.id = :student and c.id = :course
                            on conflict (user_id, course_id) do nothing
                        returning id, user_id as student_id, course_id, source_id, student_name, enrolled_on, status,
                                  ended_on, attempt
                        """)
                .bind("student", wanted.studentId())
                .bind("course", wanted.courseId())
                .bind("name", Objects.requireNonNullElse(wanted.studentName(), ""))
                .bind("enrolled", wanted.enrolledOn())
                .bind("attempt", Objects.requireNonNullElse(wanted.attempt(), 1))
                .mapTo(Enrollment.class)
                .findOne();
    }

    private static void giveTo(Handle tx, Enrollment enrollment, UUID trainerId) {
        tx.createUpdate("""
                        insert into student_trainers (user_id, course_id, trainer_id, origin)
                        values (:student, :course, :trainer, 'roster')
                            on conflict (user_id, course_id, trainer_id) do update set origin = 'roster'
                        """)
                .bind("student", enrollment.studentId())
                .bind("course", enrollment.courseId())
                .bind("trainer", trainerId)
                .execute();
    }

    private static Optional<Enrollment> find(Handle tx, UUID enrollmentId) {
        return tx.createQuery("select " + COLUMNS + " from student_enrollments where id = :id")
                .bind("id", enrollmentId)
                .mapTo(Enrollment.class)
                .findOne();
    }

    private static boolean isStaff(Handle tx, UUID courseId, UUID trainerId) {
        return tx.createQuery("""
                        select exists (select from course_staff where course_id = :course and trainer_id = :trainer)
                        """)
                .bind("course", courseId)
                .bind("trainer", trainerId)
                .mapTo(boolean.class)
                .one();
    }

    private static boolean exists(Handle tx, String query, UUID id) {
        return tx.createQuery(query).bind("id", id).mapTo(boolean.class).one();
    }
}
