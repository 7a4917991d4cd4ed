package dev.trellis.students;

import dev.trellis.students.CaseOpening.NewCase;
import dev.trellis.students.CaseOpening.Opened;
import dev.trellis.students.CaseOpening.Place;
import dev.trellis.students.Deadlines.CourseCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The statements behind {@link CaseOpening}, each for any number of cases. */
@ApplicationScoped
class CaseWrites {
    /** So long after a case was closed the same level opens no new one; a higher one does. */
    private static final int QUIET_DAYS = 28;

    /** Open cases of these students take level and reasons, and a line in their notes; a nearer deadline counts. */
    List<Place> update(Handle tx, List<NewCase> evaluations, Map<UUID, CourseCalendar> calendars) {
        return tx.createQuery("""
                        with given as materialized (
                            select g.*, string_to_array(nullif(g.reasons, ''), ',') as codes
                              from unnest(:students::uuid[], :courses::uuid[], :levels::text[], :reasons::text[], :notes::text[],
                                          :due::date[])
                                   as g (student_id, course_id, level, reasons, note, due_on)),
                        updated as (
                            update student_interventions i
                               set risk_level = g.level, risk_reasons = coalesce(g.codes, '{}'),
                                   notes = right(concat_ws(E'\\n', i.notes, g.note), 20000)
                              from given g
                             where i.student_id = g.student_id and i.course_id = g.course_id
                               and i.deleted_at is null and i.status in ('pending', 'in_progress')
                            returning i.id, i.student_id, i.course_id, g.due_on),
                        hurried as (
                            update case_follow_ups f
                               set due_on = u.due_on
                              from updated u
                             where f.user_id = u.student_id and f.case_id = u.id and u.due_on < f.due_on)
                        select student_id, course_id from updated
                        """)
                .bindArray("students", UUID.class, Columns.of(evaluations, NewCase::studentId))
                .bindArray("courses", UUID.class, Columns.of(evaluations, NewCase::courseId))
                .bindArray(
                        "levels",
                        String.class,
                        Columns.of(evaluations, one -> one.level().wire()))
                .bindArray("reasons", String.class, Columns.of(evaluations, one -> String.join(",", one.reasons())))
                .bindArray("notes", String.class, Columns.of(evaluations, NewCase::note))
                .bindArray(
                        "due",
                        LocalDate.class,
                        Columns.of(
                                evaluations,
                                one -> Objects.requireNonNull(calendars.get(one.courseId()))
                                        .due(one.level())))
                .mapTo(Place.class)
                .list();
    }

    /** Opens these, but not where a case was closed lately and the level is no higher than it was then. */
    List<Opened> openUnlessSettled(Handle tx, List<NewCase> cases, Instant now) {
        return insert(tx, cases, now, QUIET_DAYS);
    }

    /** Opens these; a student who has an open case in the course keeps that one. */
    List<Opened> open(Handle tx, List<NewCase> cases, Instant now) {
        return insert(tx, cases, now, 0);
    }

    private static List<Opened> insert(Handle tx, List<NewCase> cases, Instant now, int quietDays) {
        return tx.createQuery("""
                        with given as materialized (
                            select g.*, string_to_array(nullif(g.reasons, ''), ',') as codes
                              from unnest(:students::uuid[], :enrollments::uuid[], :courses::uuid[], :levels::text[],
                                          :reasons::text[], :notes::text[], :types::text[])
                                   as g (student_id, enrollment_id, course_id, level, reasons, note, type)),
                        opened as (
                            insert into student_interventions (student_id, enrollment_id, course_id, risk_level, risk_reasons,
                                                               intervention_type, notes, created_at)
                            select g.student_id, g.enrollment_id, g.course_id, g.level, coalesce(g.codes, '{}'), g.type, g.note,
                                   :now
                              from given g
                             where not exists (
                                   select from student_interventions i
                                    where i.student_id = g.student_id and i.course_id = g.course_id and i.deleted_at is null
                                      and i.resolved_at > :now::timestamptz - make_interval(days => :quiet)
                                      and array_position(array ['low', 'moderate', 'high', 'critical'], g.level)
                                          <= array_position(array ['low', 'moderate', 'high', 'critical'], i.risk_level))
                                on conflict (student_id, course_id)
                                      where deleted_at is null and status in ('pending', 'in_progress') do nothing
                            returning id, student_id, course_id, enrollment_id)
                        select o.id, o.student_id, o.course_id, e.student_name
                          from opened o
                          join student_enrollments e on e.user_id = o.student_id and e.id = o.enrollment_id
                        """)
                .bindArray("students", UUID.class, Columns.of(cases, NewCase::studentId))
                .bindArray("enrollments", UUID.class, Columns.of(cases, NewCase::enrollmentId))
                .bindArray("courses", UUID.class, Columns.of(cases, NewCase::courseId))
                .bindArray(
                        "levels",
                        String.class,
                        Columns.of(cases, one -> one.level().wire()))
                .bindArray("reasons", String.class, Columns.of(cases, one -> String.join(",", one.reasons())))
                .bindArray("notes", String.class, Columns.of(cases, NewCase::note))
                .bindArray(
                        "types",
                        String.class,
                        Columns.of(cases, one -> one.type().wire()))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("quiet", quietDays)
                .mapTo(Opened.class)
                .list();
    }

    void addFollowUps(Handle tx, List<Opened> opened, Function<Opened, LocalDate> due) {
        tx.createUpdate("""
                        insert into case_follow_ups (user_id, case_id, course_id, due_on)
                        select * from unnest(:students::uuid[], :cases::uuid[], :courses::uuid[], :due::date[])
                        """)
                .bindArray("students", UUID.class, Columns.of(opened, Opened::studentId))
                .bindArray("cases", UUID.class, Columns.of(opened, Opened::id))
                .bindArray("courses", UUID.class, Columns.of(opened, Opened::courseId))
                .bindArray("due", LocalDate.class, Columns.of(opened, due))
                .execute();
    }

    private record StaffRow(
            UUID courseId,
            UUID trainerId,
            StaffMember.Position role,
            List<String> expertise,
            int capacity,
            int openCases) {}

    /** The staff of these courses, with how many open cases of the course each has. */
    List<Routing.Candidate> staff(Handle tx, List<UUID> courseIds) {
        return tx.createQuery("""
                        select s.course_id, s.trainer_id, s.role, s.expertise, s.capacity,
                               (select count(*) from student_interventions i
                                 where i.assigned_trainer_id = s.trainer_id and i.course_id = s.course_id
                                   and i.deleted_at is null and i.status in ('pending', 'in_progress'))::int as open_cases
                          from course_staff s
                         where s.course_id = any (:courses) and s.capacity > 0
                        """).bindArray("courses", UUID.class, courseIds).mapTo(StaffRow.class).stream()
                .map(row -> new Routing.Candidate(
                        row.courseId(),
                        row.trainerId(),
                        row.role(),
                        Set.copyOf(row.expertise()),
                        row.capacity(),
                        row.openCases()))
                .toList();
    }

    private record Pairing(UUID userId, UUID courseId, UUID trainerId) {}

    /** Who works with these students already. */
    Map<Place, Set<UUID>> trainersOf(Handle tx, List<Opened> opened) {
        var trainers = new HashMap<Place, Set<UUID>>();
        tx.createQuery("""
                        select t.user_id, t.course_id, t.trainer_id
                          from unnest(:students::uuid[], :courses::uuid[]) as o (student_id, course_id)
                          join student_trainers t on t.user_id = o.student_id and t.course_id = o.course_id
                        """)
                .bindArray("students", UUID.class, Columns.of(opened, Opened::studentId))
                .bindArray("courses", UUID.class, Columns.of(opened, Opened::courseId))
                .mapTo(Pairing.class)
                .forEach(pair -> trainers.computeIfAbsent(
                                new Place(pair.userId(), pair.courseId()), place -> new HashSet<>())
                        .add(pair.trainerId()));
        return trainers;
    }

    /** Gives each case to its trainer, who may see the student from now on. */
    void assign(Handle tx, Map<Opened, UUID> given, Instant now) {
        var entries = List.copyOf(given.entrySet());
        tx.createUpdate("""
                        with given as materialized (
                            select * from unnest(:cases::uuid[], :students::uuid[], :courses::uuid[], :trainers::uuid[])
                                     as g (case_id, student_id, course_id, trainer_id)),
                        paired as (
                            insert into student_trainers (user_id, course_id, trainer_id, origin)
                            select student_id, course_id, trainer_id, 'case' from given
                                on conflict do nothing)
                        update student_interventions i
                           set assigned_trainer_id = g.trainer_id, assigned_at = :now
                          from given g
                         where i.id = g.case_id
                        """)
                .bindArray(
                        "cases",
                        UUID.class,
                        Columns.of(entries, entry -> entry.getKey().id()))
                .bindArray(
                        "students",
                        UUID.class,
                        Columns.of(entries, entry -> entry.getKey().studentId()))
                .bindArray(
                        "courses",
                        UUID.class,
                        Columns.of(entries, entry -> entry.getKey().courseId()))
                .bindArray("trainers", UUID.class, Columns.of(entries, Map.Entry::getValue))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
