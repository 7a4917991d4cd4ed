package dev.trellis.students;

import dev.trellis.events.Events;
import dev.trellis.platform.Database;
import dev.trellis.students.risk.CaseOutcome;
import dev.trellis.students.risk.CaseOutcome.FollowUp;
import dev.trellis.students.risk.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What time does to cases: nobody began, so the leads are told; 28 days are over, so the outcome is set. */
@ApplicationScoped
class CaseFollowUps {
    private static final int BATCH = 1000;

    private final Database database;
    private final Events events;
    private final InstantSource clock;

    CaseFollowUps(Database database, Events events, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    private record Late(
            UUID studentId, UUID caseId, UUID courseId, String courseTitle, String studentName, List<UUID> leads) {
        CaseEscalated event() {
            return new CaseEscalated(studentId, caseId, courseId, courseTitle, studentName, leads);
        }
    }

    private record Judged(
            UUID caseId,
            boolean withdrew,
            boolean completedCourse,
            boolean reached,
            boolean wasInactive,
            int activeDays,
            int submissions,
            RiskLevel levelAtContact,
            @Nullable String since) {
        CaseOutcome outcome() {
            return CaseOutcome.of(new FollowUp(
                    withdrew,
                    completedCourse,
                    reached,
                    wasInactive,
                    activeDays,
                    submissions,
                    levelAtContact,
                    since == null
                            ? List.of()
                            : Arrays.stream(since.split(",")).map(RiskLevel::of).toList()));
        }
    }

    /** Tells the leads of cases nobody began with in time; each once. Returns how many; fewer than a batch is the end. */
    int escalate() {
        return database.asJob(tx -> {
            var late = late(tx, clock.instant());
            events.publishAll(tx, late.stream().map(Late::event).toList());
            return late.size();
        });
    }

    /** Sets outcomes 28 days after the first contact. Returns how many. */
    int setOutcomes() {
        return database.asJob(tx -> {
            var judged = judged(tx, clock.instant());
            if (!judged.isEmpty()) {
                write(tx, judged, clock.instant());
            }
            return judged.size();
        });
    }

    /** True when there may be more. */
    static boolean isFull(int batch) {
        return batch == BATCH;
    }

    private static List<Late> late(Handle tx, Instant now) {
        return tx.createQuery("""
                        with late as (
                            select f.user_id, f.case_id
                              from case_follow_ups f
                              join student_interventions i on i.id = f.case_id
                              join courses c on c.id = i.course_id
                             where f.escalated_at is null and i.status = 'pending' and i.deleted_at is null
                               and f.due_on < (:now::timestamptz at time zone c.time_zone)::date
                             order by f.due_on
                             limit :batch
                               for update of f skip locked),
                        marked as (
                            update case_follow_ups f set escalated_at = :now
                              from late l
                             where f.user_id = l.user_id and f.case_id = l.case_id
                            returning f.user_id, f.case_id)
                        select m.user_id as student_id, m.case_id, i.course_id, c.title as course_title, e.student_name,
                               array(select s.trainer_id from course_staff s
                                      where s.course_id = i.course_id and s.role = 'lead' order by 1) as leads
                          from marked m
                          join student_interventions i on i.id = m.case_id
                          join courses c on c.id = i.course_id
                          join student_enrollments e on e.user_id = i.student_id and e.id = i.enrollment_id
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("batch", BATCH)
                .mapTo(Late.class)
                .list();
    }

    private static List<Judged> judged(Handle tx, Instant now) {
        return tx.createQuery("""
                        with due as materialized (
                            select f.user_id, f.case_id, f.course_id, f.first_contact_on as day, f.level_at_contact,
                                   i.enrollment_id
                              from case_follow_ups f
                              join student_interventions i on i.id = f.case_id
                              join courses c on c.id = f.course_id
                             where f.outcome_set_at is null and i.deleted_at is null
                               and f.first_contact_on + :days < (:now::timestamptz at time zone c.time_zone)::date
                             order by f.first_contact_on
                             limit :batch
                               for update of f skip locked)
                        select d.case_id,
                               e.status = 'withdrawn' and e.ended_on <= d.day + :days as withdrew,
                               e.status in ('completed', 'failed') and e.ended_on <= d.day + :days as completed_course,
                               exists (select from case_contacts t where t.case_id = d.case_id and t.reached) as reached,
                               exists (select from risk_assessments a
                                        where a.user_id = d.user_id and a.enrollment_id = d.enrollment_id
                                          and a.assessed_on between d.day - 14 and d.day
                                          and a.reasons && array ['INACTIVE_7D', 'INACTIVE_14D', 'INACTIVE_21D'])
                                   as was_inactive,
                               l.active_days, l.submissions, d.level_at_contact,
                               (select string_agg(a.found_level, ',' order by a.assessed_on)
                                  from risk_assessments a
                                 where a.user_id = d.user_id and a.enrollment_id = d.enrollment_id
                                   and a.assessed_on > d.day and a.assessed_on <= d.day + :days) as since
                          from due d
                          join student_enrollments e on e.user_id = d.user_id and e.id = d.enrollment_id
                          cross join lateral (
                               select count(distinct l.day)::int as active_days,
                                      (count(*) filter (where l.kind in ('submission', 'resubmission')))::int as submissions
                                 from learning_events l
                                where l.course_id = d.course_id and l.user_id = d.user_id
                                  and l.day > d.day and l.day <= d.day + 14
                                  and l.kind <> 'grade' and (l.kind <> 'attendance' or l.value = 1)) as l
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("days", CaseOutcome.AFTER_DAYS)
                .bind("batch", BATCH)
                .mapTo(Judged.class)
                .list();
    }

    /** Who saw the student only for a case that is closed and judged no longer does. */
    private static void write(Handle tx, List<Judged> judged, Instant now) {
        var outcomes = new HashMap<UUID, CaseOutcome>();
        judged.forEach(one -> outcomes.put(one.caseId(), one.outcome()));
        var cases = List.copyOf(outcomes.entrySet());
        tx.createUpdate("""
                        with given as materialized (
                            select * from unnest(:cases::uuid[], :outcomes::text[]) as g (case_id, outcome)),
                        judged as (
                            update student_interventions i set outcome = g.outcome
                              from given g
                             where i.id = g.case_id
                            returning i.student_id, i.course_id, i.status, i.assigned_trainer_id),
                        settled as (
                            delete from student_trainers t
                             using judged j
                             where t.user_id = j.student_id and t.course_id = j.course_id
                               and t.trainer_id = j.assigned_trainer_id and t.origin = 'case'
                               and j.status in ('resolved', 'dismissed')
                               and not exists (select from student_interventions o
                                                where o.student_id = t.user_id and o.course_id = t.course_id
                                                  and o.assigned_trainer_id = t.trainer_id and o.deleted_at is null
                                                  and o.status in ('pending', 'in_progress')))
                        update case_follow_ups f set outcome_set_at = :now
                          from given g
                         where f.case_id = g.case_id
                        """)
                .bindArray("cases", UUID.class, Columns.of(cases, entry -> entry.getKey()))
                .bindArray(
                        "outcomes",
                        String.class,
                        Columns.of(cases, entry -> entry.getValue().wire()))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
