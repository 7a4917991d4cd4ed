package dev.trellis.students;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Json;
import dev.trellis.students.RiskView.CourseRisk;
import dev.trellis.students.risk.RiskIndicators;
import dev.trellis.students.risk.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One student through the weeks: what {@link StudentRisks} tells of now, and how it came to be so. */
@ApplicationScoped
public class StudentFiles {
    private static final int LATEST = 60;

    private final Database database;
    private final StudentRisks risks;
    private final Json json;

    StudentFiles(Database database, StudentRisks risks, Json json) {
        this.database = database;
        this.risks = risks;
        this.json = json;
    }

    /** What was measured at the end of a day, and the level that was shown for it. */
    public record MeasuredDay(LocalDate day, RiskLevel level, RiskIndicators indicators) {}

    /** Days that count for nothing, both included: a student's own, or a published break with its name. */
    public record DaysOff(LocalDate fromDay, LocalDate untilDay, String label) {}

    /**
     * A student in a course.
     *
     * @param measured oldest first; empty for whoever opted out of scoring
     * @param excused days on which the student was excused
     * @param breaks published breaks of the course
     */
    public record CourseFile(
            CourseRisk risk,
            Enrollment.Status status,
            LocalDate enrolledOn,
            int attempt,
            BigDecimal passMark,
            List<MeasuredDay> measured,
            List<DaysOff> excused,
            List<DaysOff> breaks) {}

    /** A student in each of the courses in which the reader may see them. */
    public record StudentFile(UUID studentId, String studentName, List<CourseFile> courses) {}

    private record EnrollmentRow(Enrollment.Status status, LocalDate enrolledOn, int attempt, BigDecimal passMark) {}

    private record MeasuredRow(LocalDate day, RiskLevel level, String indicators) {}

    /** One student, to themselves or to a trainer; a trainer's look is in the student's audit log. */
    public Optional<StudentFile> of(Actor reader, UUID studentId) {
        return database.as(
                reader,
                tx -> risks.of(reader, studentId)
                        .map(risk -> new StudentFile(
                                studentId,
                                risk.studentName(),
                                risk.items().stream()
                                        .map(course -> file(tx, studentId, course))
                                        .toList())));
    }

    private CourseFile file(Handle tx, UUID studentId, CourseRisk course) {
        var enrollment = tx.createQuery("""
                        select e.status, e.enrolled_on, e.attempt, c.pass_mark
                          from student_enrollments e
                          join courses c on c.id = e.course_id
                         where e.user_id = :student and e.id = :enrollment
                        """)
                .bind("student", studentId)
                .bind("enrollment", course.enrollmentId())
                .mapTo(EnrollmentRow.class)
                .one();
        return new CourseFile(
                course,
                enrollment.status(),
                enrollment.enrolledOn(),
                enrollment.attempt(),
                enrollment.passMark(),
                course.automatedScoring() ? measured(tx, studentId, course.enrollmentId()) : List.of(),
                excused(tx, studentId, course.courseId()),
                breaks(tx, course.courseId()));
    }

    private List<MeasuredDay> measured(Handle tx, UUID studentId, UUID enrollmentId) {
        return tx
                .createQuery("""
                        select assessed_on as day, level, indicators::text as indicators
                          from risk_assessments
                         where user_id = :student and enrollment_id = :enrollment
                         order by assessed_on desc
                         limit :latest
                        """)
                .bind("student", studentId)
                .bind("enrollment", enrollmentId)
                .bind("latest", LATEST)
                .mapTo(MeasuredRow.class)
                .list()
                .reversed()
                .stream()
                .map(row -> new MeasuredDay(row.day(), row.level(), json.read(row.indicators(), RiskIndicators.class)))
                .toList();
    }

    private static List<DaysOff> excused(Handle tx, UUID studentId, UUID courseId) {
        return tx.createQuery("""
                        select from_day, until_day, '' as label
                          from excused_absences
                         where user_id = :student and course_id = :course
                         order by from_day desc
                        """)
                .bind("student", studentId)
                .bind("course", courseId)
                .mapTo(DaysOff.class)
                .list();
    }

    private static List<DaysOff> breaks(Handle tx, UUID courseId) {
        return tx.createQuery("""
                        select from_day, until_day, label from course_breaks where course_id = :course order by from_day
                        """).bind("course", courseId).mapTo(DaysOff.class).list();
    }
}
