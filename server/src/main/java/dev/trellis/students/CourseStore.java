package dev.trellis.students;

import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Courses, their items, breaks and staff. */
@ApplicationScoped
class CourseStore {
    /** The new course, or nothing when its source id is taken. */
    Optional<Course> insert(Handle tx, NewCourse course) {
        return tx.createQuery("""
                        insert into courses (source_id, code, title, start_date, end_date, time_zone, pass_mark, credits)
                        values (:sourceId, :code, :title, :start, :end, :zone, :pass, :credits)
                            on conflict (source_id) do nothing
                        returning id, source_id, code, title, start_date, end_date, time_zone, pass_mark, credits
                        """)
                .bind("sourceId", course.sourceId())
                .bind("code", Objects.requireNonNullElse(course.code(), ""))
                .bind("title", course.title().strip())
                .bind("start", course.startDate())
                .bind("end", course.endDate())
                .bind("zone", course.timeZone())
                .bind(
                        "pass",
                        Objects.requireNonNullElse(course.passMark(), BigDecimal.valueOf(RiskRules.DEFAULT_PASS_MARK)))
                .bind("credits", course.credits())
                .mapTo(Course.class)
                .findOne();
    }

    Optional<Course> find(Handle tx, UUID id) {
        return tx.createQuery("""
                        select id, source_id, code, title, start_date, end_date, time_zone, pass_mark, credits
                          from courses
                         where id = :id
                        """).bind("id", id).mapTo(Course.class).findOne();
    }

    List<Course> list(Handle tx, @Nullable UUID after, int most) {
        return tx.createQuery("""
                        select id, source_id, code, title, start_date, end_date, time_zone, pass_mark, credits
                          from courses
                         where :after::uuid is null or id < :after
                         order by id desc
                         limit :most
                        """)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Course.class)
                .list();
    }

    /** Of several with one source id the last counts, as if they had been sent one after the other. */
    void putItems(Handle tx, UUID courseId, List<CourseItem> items) {
        tx.createUpdate("""
                        insert into course_items (course_id, source_id, title, available_on, due_on, grace_days, weight,
                                                  cognitive_potential, social_potential)
                        select distinct on (source_id) :course::uuid, source_id, coalesce(title, ''), available_on, due_on,
                               coalesce(grace_days, 0), coalesce(weight, 1), cognitive_potential, social_potential
                          from unnest(:sources::text[], :titles::text[], :available::date[], :due::date[], :grace::int[],
                                      :weights::numeric[], :cognitive::int[], :social::int[]) with ordinality
                               as given (source_id, title, available_on, due_on, grace_days, weight, cognitive_potential,
                                         social_potential, position)
                         order by source_id, position desc
                            on conflict (course_id, source_id) do update
                           set (title, available_on, due_on, grace_days, weight, cognitive_potential, social_potential)
                             = (excluded.title, excluded.available_on, excluded.due_on, excluded.grace_days,
                                excluded.weight, excluded.cognitive_potential, excluded.social_potential)
                        """)
                .bind("course", courseId)
                .bindArray("sources", String.class, Columns.of(items, CourseItem::sourceId))
                .bindArray("titles", String.class, Columns.of(items, CourseItem::title))
                .bindArray("available", LocalDate.class, Columns.of(items, CourseItem::availableOn))
                .bindArray("due", LocalDate.class, Columns.of(items, CourseItem::dueOn))
                .bindArray("grace", Integer.class, Columns.of(items, CourseItem::graceDays))
                .bindArray("weights", BigDecimal.class, Columns.of(items, CourseItem::weight))
                .bindArray("cognitive", Integer.class, Columns.of(items, CourseItem::cognitivePotential))
                .bindArray("social", Integer.class, Columns.of(items, CourseItem::socialPotential))
                .execute();
    }

    void putBreak(Handle tx, UUID courseId, CourseBreak pause) {
        tx.createUpdate("""
                        insert into course_breaks (course_id, from_day, until_day, label)
                        values (:course, :from, :until, :label)
                            on conflict (course_id, from_day) do update
                           set (until_day, label) = (excluded.until_day, excluded.label)
                        """)
                .bind("course", courseId)
                .bind("from", pause.fromDay())
                .bind("until", pause.untilDay())
                .bind("label", Objects.requireNonNullElse(pause.label(), ""))
                .execute();
    }

    /** False when the person is no trainer. */
    boolean putStaff(Handle tx, UUID courseId, UUID trainerId, StaffMember member) {
        tx.createUpdate("""
                        insert into user_profiles (user_id) select id from users where id = :trainer on conflict do nothing
                        """).bind("trainer", trainerId).execute();
        return tx.createUpdate("""
                                insert into course_staff (trainer_id, course_id, role, name, expertise, capacity)
                                select id, :course, :role, display_name, :expertise, :capacity
                                  from users
                                 where id = :trainer and 'trainer' = any (roles)
                                    on conflict (trainer_id, course_id) do update
                                   set (role, name, expertise, capacity)
                                     = (excluded.role, excluded.name, excluded.expertise, excluded.capacity)
                                """)
                        .bind("course", courseId)
                        .bind("trainer", trainerId)
                        .bind("role", member.role())
                        .bindArray(
                                "expertise",
                                String.class,
                                Objects.requireNonNullElse(member.expertise(), List.<InterventionType>of()).stream()
                                        .map(InterventionType::wire)
                                        .toList())
                        .bind("capacity", Objects.requireNonNullElse(member.capacity(), StaffMember.DEFAULT_CAPACITY))
                        .execute()
                == 1;
    }

    void removeStaff(Handle tx, UUID courseId, UUID trainerId) {
        tx.createUpdate("delete from student_trainers where course_id = :course and trainer_id = :trainer")
                .bind("course", courseId)
                .bind("trainer", trainerId)
                .execute();
        tx.createUpdate("delete from course_staff where course_id = :course and trainer_id = :trainer")
                .bind("course", courseId)
                .bind("trainer", trainerId)
                .execute();
    }
}
