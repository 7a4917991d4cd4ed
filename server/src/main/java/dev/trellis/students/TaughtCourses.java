package dev.trellis.students;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who somebody is in the courses: what they teach, with whom, and whether they are a student somewhere. */
@ApplicationScoped
public class TaughtCourses {
    private final Database database;

    TaughtCourses(Database database) {
        this.database = database;
    }

    /** A course of one's own, as a trainer. */
    public record TaughtCourse(
            UUID courseId, String title, LocalDate startDate, LocalDate endDate, StaffMember.Position role) {
        /** Whether one answers for it. */
        public boolean isLed() {
            return role == StaffMember.Position.LEAD;
        }
    }

    /** Somebody of a course's staff. */
    public record Colleague(UUID trainerId, String name, StaffMember.Position role) {}

    /** What somebody is in any course: which pages are for them. */
    public record Standing(boolean teaches, boolean leads, boolean studies) {}

    /** The courses this trainer teaches or leads, those that began last first. */
    public List<TaughtCourse> of(Actor trainer) {
        return database.as(
                trainer,
                tx -> tx.createQuery("""
                        select c.id as course_id, c.title, c.start_date, c.end_date, s.role
                          from course_staff s
                          join courses c on c.id = s.course_id
                         where s.trainer_id = :trainer
                         order by c.start_date desc, c.title, c.id
                        """)
                        .bind("trainer", trainer.userId())
                        .mapTo(TaughtCourse.class)
                        .list());
    }

    /** The staff of a course, by name; who teaches what is no secret. */
    public List<Colleague> colleagues(Actor trainer, UUID courseId) {
        return database.as(
                trainer,
                tx -> tx.createQuery("""
                        select trainer_id, name, role from course_staff where course_id = :course order by name, trainer_id
                        """)
                        .bind("course", courseId)
                        .mapTo(Colleague.class)
                        .list());
    }

    /** What this person is in any course. */
    public Standing standing(Actor person) {
        return database.as(
                person,
                tx -> tx.createQuery("""
                        select exists (select from course_staff where trainer_id = :person) as teaches,
                               exists (select from course_staff where trainer_id = :person and role = 'lead') as leads,
                               exists (select from student_enrollments where user_id = :person) as studies
                        """)
                        .bind("person", person.userId())
                        .mapTo(Standing.class)
                        .one());
    }
}
