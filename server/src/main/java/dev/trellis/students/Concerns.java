package dev.trellis.students;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.students.RiskView.Concern;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What trainers are worried about: a sign among others, and the only one for students who opted out of scoring. */
@ApplicationScoped
public class Concerns {
    private final Database database;
    private final SafetyEvents safety;
    private final InstantSource clock;

    Concerns(Database database, SafetyEvents safety, InstantSource clock) {
        this.database = database;
        this.safety = safety;
        this.clock = clock;
    }

    /** The concern, and what to read first when its words gave reason to worry about the student. */
    public record Raised(Concern concern, @Nullable SafetyNotice safety) {}

    /** Raises one on the course's today; nothing when the trainer does not work with the student there. */
    public Optional<Raised> raise(Actor trainer, UUID studentId, UUID courseId, String reason) {
        return database.as(
                trainer,
                tx -> tx.createQuery("""
                        insert into trainer_concerns (user_id, course_id, raised_by, day, reason, created_at)
                        select e.user_id, e.course_id, :trainer, (:now::timestamptz at time zone c.time_zone)::date, :reason,
                               :now
                          from student_enrollments e
                          join courses c on c.id = e.course_id
                         where e.user_id = :student and e.course_id = :course and e.user_id <> :trainer
                        returning id, raised_by, day, reason
                        """)
                        .bind("trainer", trainer.userId())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("reason", reason)
                        .bind("student", studentId)
                        .bind("course", courseId)
                        .mapTo(Concern.class)
                        .findOne()
                        .map(concern -> new Raised(
                                concern, safety.screenedAboutAnother(tx, trainer, "student_concern", reason))));
    }
}
