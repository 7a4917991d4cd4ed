package dev.trellis.students;

import dev.trellis.students.StudentCase.Contact;
import dev.trellis.students.StudentCase.HistoryEntry;
import dev.trellis.students.risk.InterventionType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Cases one at a time, under the policies of whoever acts. */
@ApplicationScoped
class CaseStore {
    private static final String SELECT = """
            select i.id, i.student_id, e.student_name, i.enrollment_id, i.course_id, c.title as course_title, i.risk_level,
                   i.risk_reasons, i.intervention_type, i.assigned_trainer_id, i.assigned_at, i.status, i.notes,
                   i.trainer_notes, i.resolution_notes, i.outcome, f.dismissal_reason, f.due_on, f.escalated_at,
                   f.first_contact_on, i.created_at, i.updated_at, i.resolved_at
              from student_interventions i
              join student_enrollments e on e.user_id = i.student_id and e.id = i.enrollment_id
              join courses c on c.id = i.course_id
              join case_follow_ups f on f.user_id = i.student_id and f.case_id = i.id
            """;

    /** What a list is narrowed to. */
    record Filter(
            @Nullable CaseStatus status,
            @Nullable UUID studentId,
            @Nullable UUID courseId,
            @Nullable UUID trainerId) {}

    Optional<StudentCase> find(Handle tx, UUID id) {
        return tx.createQuery(SELECT + " where i.id = :id and i.deleted_at is null and i.student_id <> app_user()")
                .bind("id", id)
                .mapTo(StudentCase.class)
                .findOne();
    }

    /** As {@link #find}; whoever else wants to change the case waits until this transaction ends. */
    Optional<StudentCase> lock(Handle tx, UUID id) {
        tx.execute("select from student_interventions where id = ? for no key update", id);
        return find(tx, id);
    }

    List<StudentCase> list(Handle tx, Filter filter, @Nullable UUID after, int most) {
        return tx.createQuery(SELECT + """
                         where i.deleted_at is null and i.student_id <> app_user()
                           and (:status::text is null or i.status = :status)
                           and (:student::uuid is null or i.student_id = :student)
                           and (:course::uuid is null or i.course_id = :course)
                           and (:trainer::uuid is null or i.assigned_trainer_id = :trainer)
                           and (:after::uuid is null
                                or (i.created_at, i.id) < (select a.created_at, a.id from student_interventions a where a.id = :after))
                         order by i.created_at desc, i.id desc
                         limit :most
                        """)
                .bind("status", filter.status())
                .bind("student", filter.studentId())
                .bind("course", filter.courseId())
                .bind("trainer", filter.trainerId())
                .bind("after", after)
                .bind("most", most)
                .mapTo(StudentCase.class)
                .list();
    }

    Optional<UUID> openCase(Handle tx, UUID studentId, UUID courseId) {
        return tx.createQuery("""
                        select id from student_interventions
                         where student_id = :student and course_id = :course and deleted_at is null
                           and status in ('pending', 'in_progress')
                        """)
                .bind("student", studentId)
                .bind("course", courseId)
                .mapTo(UUID.class)
                .findOne();
    }

    boolean leads(Handle tx, UUID courseId) {
        return tx.createQuery("select :course in (select led_courses())")
                .bind("course", courseId)
                .mapTo(boolean.class)
                .one();
    }

    boolean isStaff(Handle tx, UUID courseId, UUID trainerId) {
        return tx.createQuery("""
                        select exists (select from course_staff where course_id = :course and trainer_id = :trainer)
                        """)
                .bind("course", courseId)
                .bind("trainer", trainerId)
                .mapTo(boolean.class)
                .one();
    }

    /** Whoever had the case only through it no longer sees the student; whoever gets it does. */
    void assign(Handle tx, StudentCase open, UUID trainerId, Instant now) {
        tx.createUpdate("""
                        insert into student_trainers (user_id, course_id, trainer_id, origin)
                        select :student, :course, :trainer, 'case'
                         where not exists (select from student_trainers t where t.user_id = :student
                                              and t.course_id = :course and t.trainer_id = :trainer)
                        """)
                .bind("student", open.studentId())
                .bind("course", open.courseId())
                .bind("trainer", trainerId)
                .execute();
        tx.createUpdate(
                        "update student_interventions set assigned_trainer_id = :trainer, assigned_at = :now where id = :id")
                .bind("trainer", trainerId)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", open.id())
                .execute();
        if (open.assignedTrainerId() != null && !open.assignedTrainerId().equals(trainerId)) {
            tx.createUpdate("""
                            delete from student_trainers
                             where user_id = :student and course_id = :course and trainer_id = :before and origin = 'case'
                            """)
                    .bind("student", open.studentId())
                    .bind("course", open.courseId())
                    .bind("before", open.assignedTrainerId())
                    .execute();
        }
    }

    void start(Handle tx, UUID id) {
        tx.createUpdate("update student_interventions set status = 'in_progress' where id = :id")
                .bind("id", id)
                .execute();
    }

    void close(Handle tx, StudentCase open, CaseStatus status, @Nullable String notes, Instant now) {
        tx.createUpdate("""
                        update student_interventions
                           set status = :status, resolution_notes = :notes, resolved_at = :now
                         where id = :id
                        """)
                .bind("status", status)
                .bind("notes", notes)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", open.id())
                .execute();
    }

    void dismissedBecause(Handle tx, StudentCase open, DismissalReason reason) {
        tx.createUpdate(
                        "update case_follow_ups set dismissal_reason = :reason where user_id = :student and case_id = :id")
                .bind("reason", reason)
                .bind("student", open.studentId())
                .bind("id", open.id())
                .execute();
    }

    void describe(
            Handle tx,
            UUID id,
            @Nullable InterventionType type,
            @Nullable String notes,
            @Nullable String trainerNotes) {
        tx.createUpdate("""
                        update student_interventions
                           set intervention_type = :type, notes = :notes, trainer_notes = :trainerNotes
                         where id = :id
                        """)
                .bind("type", type)
                .bind("notes", notes)
                .bind("trainerNotes", trainerNotes)
                .bind("id", id)
                .execute();
    }

    void delete(Handle tx, UUID id, Instant now) {
        tx.createUpdate("update student_interventions set deleted_at = :now where id = :id")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
    }

    /** The first contact is what the outcome is counted from, and the level then is what it is compared with. */
    Contact addContact(
            Handle tx, StudentCase open, InterventionType type, boolean reached, LocalDate day, UUID madeBy) {
        tx.createUpdate("""
                        update case_follow_ups f
                           set first_contact_on = :day,
                               level_at_contact = coalesce((select a.level from risk_assessments a
                                                             where a.user_id = f.user_id and a.course_id = f.course_id
                                                               and a.assessed_on <= :day
                                                             order by a.assessed_on desc limit 1), :level)
                         where f.user_id = :student and f.case_id = :id
                           and (f.first_contact_on is null or f.first_contact_on > :day)
                        """)
                .bind("day", day)
                .bind("level", open.riskLevel())
                .bind("student", open.studentId())
                .bind("id", open.id())
                .execute();
        return tx.createQuery("""
                        insert into case_contacts (user_id, case_id, course_id, intervention_type, reached, day, made_by)
                        values (:student, :id, :course, :type, :reached, :day, :by)
                        returning id, intervention_type, reached, day, made_by
                        """)
                .bind("student", open.studentId())
                .bind("id", open.id())
                .bind("course", open.courseId())
                .bind("type", type)
                .bind("reached", reached)
                .bind("day", day)
                .bind("by", madeBy)
                .mapTo(Contact.class)
                .one();
    }

    List<Contact> contacts(Handle tx, UUID caseId) {
        return tx.createQuery("""
                        select id, intervention_type, reached, day, made_by
                          from case_contacts
                         where case_id = :case
                         order by day, id
                        """).bind("case", caseId).mapTo(Contact.class).list();
    }

    List<HistoryEntry> history(Handle tx, UUID caseId) {
        return tx.createQuery("""
                        select id, actor, changed::text as changed, created_at
                          from case_changes
                         where case_id = :case
                         order by id
                        """)
                .bind("case", caseId)
                .mapTo(HistoryEntry.class)
                .list();
    }

    LocalDate today(Handle tx, UUID courseId, Instant now) {
        return tx.createQuery("select (:now::timestamptz at time zone time_zone)::date from courses where id = :course")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("course", courseId)
                .mapTo(LocalDate.class)
                .one();
    }
}
