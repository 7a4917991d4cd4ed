package dev.trellis.students;

import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.students.Worklist.Because;
import dev.trellis.students.Worklist.GoingWell;
import dev.trellis.students.Worklist.Load;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The worklist's reads, each one statement under the trainer's own policies. */
@ApplicationScoped
class WorklistReads {
    /** An open case on somebody's list. */
    record OpenRow(
            UUID caseId,
            Because because,
            UUID studentId,
            String studentName,
            UUID courseId,
            String courseTitle,
            BigDecimal passMark,
            RiskLevel riskLevel,
            List<String> riskReasons,
            @Nullable InterventionType interventionType,
            CaseStatus status,
            LocalDate dueOn,
            boolean overdue,
            @Nullable UUID assignedTrainerId,
            @Nullable String indicators,
            List<String> tried,
            @Nullable InterventionType lastTried) {}

    List<OpenRow> open(Handle tx, PageRequest page, Instant now) {
        var after = page.after();
        return tx.createQuery("""
                        select i.id as case_id,
                               case when i.assigned_trainer_id = app_user() then 'mine'
                                    when f.escalated_at is not null then 'escalated'
                                    else 'unassigned' end as because,
                               i.student_id, e.student_name, i.course_id, c.title as course_title, c.pass_mark, i.risk_level,
                               i.risk_reasons, i.intervention_type, i.status, f.due_on,
                               i.status = 'pending' and f.due_on < (:now::timestamptz at time zone c.time_zone)::date as overdue,
                               i.assigned_trainer_id, a.indicators::text as indicators,
                               array(select t.intervention_type || case when t.reached then '' else ' (not reached)' end
                                       from case_contacts t where t.case_id = i.id order by t.day, t.id) as tried,
                               (select t.intervention_type from case_contacts t where t.case_id = i.id
                                 order by t.day desc, t.id desc limit 1) as last_tried
                          from student_interventions i
                          join case_follow_ups f on f.user_id = i.student_id and f.case_id = i.id
                          join student_enrollments e on e.user_id = i.student_id and e.id = i.enrollment_id
                          join courses c on c.id = i.course_id
                          left join risk_states s on s.user_id = i.student_id and s.enrollment_id = i.enrollment_id
                          left join risk_assessments a on a.user_id = s.user_id and a.id = s.assessment_id
                         where i.deleted_at is null and i.status in ('pending', 'in_progress') and i.student_id <> app_user()
                           and (i.assigned_trainer_id = app_user()
                                or i.course_id in (select led_courses())
                                   and (i.assigned_trainer_id is null or f.escalated_at is not null and i.status = 'pending'))
                           and (:after::uuid is null or (f.due_on, i.id) > (:due::date, :after::uuid))
                         order by f.due_on, i.id
                         limit :limit
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("after", page.afterId())
                .bind("due", after == null ? null : day(after.within()))
                .bind("limit", page.fetch())
                .mapTo(OpenRow.class)
                .list();
    }

    private static LocalDate day(String within) {
        try {
            return LocalDate.parse(within.replace('_', '-'));
        } catch (DateTimeException e) {
            throw ProblemException.invalid("/query/cursor", "Use the next_cursor of the previous page, unchanged.");
        }
    }

    List<GoingWell> goingWell(Handle tx, Instant now, int most) {
        return tx.createQuery("""
                        select e.user_id as student_id, e.student_name, e.course_id, c.title as course_title, s.level,
                               s.improved_on as since
                          from risk_states s
                          join student_enrollments e on e.user_id = s.user_id and e.id = s.enrollment_id
                          join courses c on c.id = e.course_id
                         where s.improved_on > (:now::timestamptz at time zone c.time_zone)::date - 14
                           and e.status = 'active' and e.user_id <> app_user()
                         order by s.improved_on desc, e.id
                         limit :most
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .mapTo(GoingWell.class)
                .list();
    }

    List<Load> load(Handle tx, Instant now) {
        return tx.createQuery("""
                        select s.trainer_id, s.name, s.course_id, c.title as course_title, s.role, s.capacity,
                               (select count(*) from student_trainers t
                                 where t.trainer_id = s.trainer_id and t.course_id = s.course_id)::int as students,
                               coalesce(i.open_cases, 0) as open_cases, coalesce(i.not_begun, 0) as not_begun,
                               coalesce(i.overdue, 0) as overdue, coalesce(i.resolved, 0) as resolved_in28_days
                          from course_staff s
                          join courses c on c.id = s.course_id
                          left join lateral (
                               select (count(*) filter (where i.status in ('pending', 'in_progress')))::int as open_cases,
                                      (count(*) filter (where i.status = 'pending'))::int as not_begun,
                                      (count(*) filter (where i.status = 'pending' and f.due_on
                                              < (:now::timestamptz at time zone c.time_zone)::date))::int as overdue,
                                      (count(*) filter (where i.status = 'resolved'
                                              and i.resolved_at > :now::timestamptz - interval '28 days'))::int as resolved
                                 from student_interventions i
                                 join case_follow_ups f on f.user_id = i.student_id and f.case_id = i.id
                                where i.course_id = s.course_id and i.assigned_trainer_id = s.trainer_id
                                  and i.deleted_at is null) i on true
                         where s.course_id in (select led_courses())
                         order by open_cases desc, s.name, s.trainer_id
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Load.class)
                .list();
    }
}
