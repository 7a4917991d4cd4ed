package dev.trellis.students;

import dev.trellis.platform.PageRequest;
import dev.trellis.students.RiskView.Comment;
import dev.trellis.students.RiskView.Concern;
import dev.trellis.students.RiskView.CourseRisk;
import dev.trellis.students.RiskView.Evaluation;
import dev.trellis.students.RiskView.Reason;
import dev.trellis.students.StudentRisks.LevelCount;
import dev.trellis.students.risk.RiskIndicators;
import dev.trellis.students.risk.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was said of students, read under the policies of whoever asks. */
@ApplicationScoped
class RiskReads {
    private static final int LATEST = 60;

    /** A student in a course, and the last word on them there. */
    record CourseRow(
            UUID studentId,
            String studentName,
            UUID courseId,
            String courseTitle,
            String timeZone,
            BigDecimal passMark,
            UUID enrollmentId,
            boolean automatedScoring,
            @Nullable RiskLevel level,
            @Nullable RiskLevel foundLevel,
            @Nullable LocalDate assessedOn,
            @Nullable String ruleSet,
            @Nullable String indicators) {}

    /** A line of the list; {@code weight} orders it, worst first. */
    record AtRiskRow(
            UUID studentId,
            String studentName,
            UUID courseId,
            String courseTitle,
            BigDecimal passMark,
            UUID enrollmentId,
            RiskLevel level,
            int weight,
            LocalDate assessedOn,
            String indicators,
            @Nullable UUID openCaseId) {}

    /** What was said on a day. */
    record StoredRow(
            LocalDate assessedOn, Instant knownUntil, RiskLevel level, RiskLevel foundLevel, List<String> reasons) {
        Evaluation evaluation() {
            return new Evaluation(assessedOn, level, foundLevel, reasons);
        }
    }

    List<AtRiskRow> atRisk(Handle tx, @Nullable UUID courseId, RiskLevel atLeast, PageRequest page) {
        var after = page.after();
        return tx.createQuery("""
                        select * from (
                            select e.user_id as student_id, e.student_name, e.course_id, c.title as course_title, c.pass_mark,
                                   e.id as enrollment_id, s.level,
                                   array_position(array ['low', 'moderate', 'high', 'critical'], s.level) * 100 + s.points
                                       as weight,
                                   s.evaluated_on as assessed_on, a.indicators::text as indicators,
                                   (select i.id from student_interventions i
                                     where i.student_id = e.user_id and i.course_id = e.course_id and i.deleted_at is null
                                       and i.status in ('pending', 'in_progress')) as open_case_id
                              from risk_states s
                              join student_enrollments e on e.user_id = s.user_id and e.id = s.enrollment_id
                              join courses c on c.id = e.course_id
                              join risk_assessments a on a.user_id = s.user_id and a.id = s.assessment_id
                             where e.status = 'active' and e.user_id <> app_user()
                               and (:course::uuid is null or e.course_id = :course)
                               and array_position(array ['low', 'moderate', 'high', 'critical'], s.level)
                                   >= array_position(array ['low', 'moderate', 'high', 'critical'], :level)) as listed
                         where :after::uuid is null or (weight, enrollment_id) < (:weight, :after::uuid)
                         order by weight desc, enrollment_id desc
                         limit :limit
                        """)
                .bind("course", courseId)
                .bind("level", atLeast)
                .bind("after", page.afterId())
                .bind("weight", after == null ? 0 : position(after.within()))
                .bind("limit", page.fetch())
                .mapTo(AtRiskRow.class)
                .list();
    }

    private static int position(String within) {
        return within.matches("\\d{1,6}") ? Integer.parseInt(within) : 0;
    }

    List<LevelCount> levels(Handle tx, @Nullable UUID courseId) {
        return tx.createQuery("""
                        select s.level, count(*)::int as students
                          from student_enrollments e
                          left join risk_states s on s.user_id = e.user_id and s.enrollment_id = e.id
                         where e.status = 'active' and e.course_id in (select led_courses())
                           and (:course::uuid is null or e.course_id = :course)
                         group by s.level
                         order by array_position(array ['critical', 'high', 'moderate', 'low'], s.level) nulls last
                        """)
                .bind("course", courseId)
                .mapTo(LevelCount.class)
                .list();
    }

    List<CourseRow> courses(Handle tx, UUID studentId) {
        return tx.createQuery("""
                        select e.user_id as student_id, e.student_name, e.course_id, c.title as course_title, c.time_zone,
                               c.pass_mark, e.id as enrollment_id, coalesce(o.automated_scoring, true) as automated_scoring,
                               s.level, a.found_level, a.assessed_on, a.rule_set, a.indicators::text as indicators
                          from student_enrollments e
                          join courses c on c.id = e.course_id
                          left join student_choices o on o.user_id = e.user_id
                          left join risk_states s on s.user_id = e.user_id and s.enrollment_id = e.id
                                                 and coalesce(o.automated_scoring, true)
                          left join risk_assessments a on a.user_id = s.user_id and a.id = s.assessment_id
                         where e.user_id = :student
                         order by c.start_date desc, c.id
                        """)
                .bind("student", studentId)
                .mapTo(CourseRow.class)
                .list();
    }

    CourseRisk courseRisk(Handle tx, CourseRow course, @Nullable RiskIndicators indicators, List<Reason> reasons) {
        return new CourseRisk(
                course.courseId(),
                course.courseTitle(),
                course.enrollmentId(),
                course.automatedScoring(),
                course.level(),
                course.foundLevel(),
                course.assessedOn(),
                course.ruleSet(),
                reasons,
                indicators,
                course.automatedScoring() ? history(tx, course) : List.of(),
                concerns(tx, course),
                comments(tx, course));
    }

    Optional<StoredRow> stored(Handle tx, UUID studentId, UUID enrollmentId, LocalDate day) {
        return tx.createQuery("""
                        select assessed_on, known_until, level, found_level, reasons
                          from risk_assessments
                         where user_id = :student and enrollment_id = :enrollment and assessed_on = :day
                        """)
                .bind("student", studentId)
                .bind("enrollment", enrollmentId)
                .bind("day", day)
                .mapTo(StoredRow.class)
                .findOne();
    }

    private static List<Evaluation> history(Handle tx, CourseRow course) {
        return tx.createQuery("""
                        select assessed_on, level, found_level, reasons
                          from risk_assessments
                         where user_id = :student and enrollment_id = :enrollment
                         order by assessed_on desc
                         limit :latest
                        """)
                .bind("student", course.studentId())
                .bind("enrollment", course.enrollmentId())
                .bind("latest", LATEST)
                .mapTo(Evaluation.class)
                .list();
    }

    private static List<Concern> concerns(Handle tx, CourseRow course) {
        return tx.createQuery("""
                        select id, raised_by, day, reason
                          from trainer_concerns
                         where user_id = :student and course_id = :course
                         order by id desc
                         limit :latest
                        """)
                .bind("student", course.studentId())
                .bind("course", course.courseId())
                .bind("latest", LATEST)
                .mapTo(Concern.class)
                .list();
    }

    private static List<Comment> comments(Handle tx, CourseRow course) {
        return tx.createQuery("""
                        select id, text, created_at
                          from student_comments
                         where user_id = :student and course_id = :course
                         order by id desc
                         limit :latest
                        """)
                .bind("student", course.studentId())
                .bind("course", course.courseId())
                .bind("latest", LATEST)
                .mapTo(Comment.class)
                .list();
    }
}
