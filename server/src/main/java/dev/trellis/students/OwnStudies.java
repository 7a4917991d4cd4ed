package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.students.RiskView.Comment;
import dev.trellis.students.RiskView.CourseRisk;
import dev.trellis.students.RiskView.StudentRisk;
import dev.trellis.students.risk.CaseOutcome;
import dev.trellis.students.risk.InterventionType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A student's own side (domain 10.5): what is said of them and why, from what, who looked; their word, and their choice. */
@ApplicationScoped
public class OwnStudies {
    private final Database database;
    private final StudentRisks risks;
    private final SafetyEvents safety;
    private final InstantSource clock;

    OwnStudies(Database database, StudentRisks risks, SafetyEvents safety, InstantSource clock) {
        this.database = database;
        this.risks = risks;
        this.safety = safety;
        this.clock = clock;
    }

    /** Somebody who works with the student in a course, and so can see what the student does there. */
    public record CourseTrainer(UUID trainerId, String name, UUID courseId, StaffMember.Position role) {}

    /** A case about the student, without what staff wrote down for themselves; the export holds that too. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnCase(
            UUID id,
            UUID courseId,
            CaseStatus status,
            @Nullable InterventionType interventionType,
            @Nullable UUID assignedTrainerId,
            @Nullable CaseOutcome outcome,
            Instant createdAt,
            @Nullable Instant resolvedAt) {}

    /** Everything at one look. */
    public record Overview(
            boolean automatedScoring, List<CourseRisk> courses, List<CourseTrainer> trainers, List<OwnCase> cases) {}

    /** Something the student did, or that was noted of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnEvent(
            UUID id,
            UUID courseId,
            LearningEventKind kind,
            LocalDate day,
            Instant occurredAt,
            @Nullable BigDecimal value,
            @Nullable String item,
            String source) {}

    /** Somebody looked, or did something with what they saw. */
    public record Look(UUID id, UUID actorId, @Nullable String name, String action, Instant createdAt) {}

    /** The comment, and {@code safety} when its words gave reason to worry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Commented(Comment comment, @Nullable SafetyNotice safety) {}

    /** What is said of the student, and who can see it. */
    public Overview overview(Actor student) {
        return database.as(student, tx -> {
            var courses = risks.of(student, student.userId()).map(StudentRisk::items);
            return new Overview(
                    scored(tx, student), courses.orElse(List.of()), trainers(tx, student), cases(tx, student));
        });
    }

    /** What it is computed from, newest first. */
    public Page<OwnEvent> events(Actor student, PageRequest page) {
        return database.as(student, tx -> {
            var rows = tx.createQuery("""
                            select l.id, l.course_id, l.kind, l.day, l.occurred_at, l.value,
                                   coalesce(nullif(i.title, ''), i.source_id) as item, l.source
                              from learning_events l
                              left join course_items i on i.course_id = l.course_id and i.id = l.item_id
                             where l.user_id = :student and (:after::uuid is null or l.id < :after)
                             order by l.id desc
                             limit :limit
                            """)
                    .bind("student", student.userId())
                    .bind("after", page.afterId())
                    .bind("limit", page.fetch())
                    .mapTo(OwnEvent.class)
                    .list();
            return Page.of(rows, page, event -> new Cursor(event.id()));
        });
    }

    /** Who looked at any of this, newest first. */
    public Page<Look> looks(Actor student, PageRequest page) {
        return database.as(student, tx -> {
            var rows = tx.createQuery("""
                            select a.id, a.actor_id,
                                   (select max(s.name) from course_staff s where s.trainer_id = a.actor_id) as name,
                                   a.action, a.created_at
                              from audit_log a
                             where a.person_id = :student and a.action like 'student.%'
                               and (:after::uuid is null or a.id < :after)
                             order by a.id desc
                             limit :limit
                            """)
                    .bind("student", student.userId())
                    .bind("after", page.afterId())
                    .bind("limit", page.fetch())
                    .mapTo(Look.class)
                    .list();
            return Page.of(rows, page, look -> new Cursor(look.id()));
        });
    }

    /** Says something about one's level or data, for the trainers of the course; nothing when one is not in it. */
    public Optional<Commented> comment(Actor student, UUID courseId, String text) {
        return database.as(
                student,
                tx -> tx.createQuery("""
                        insert into student_comments (user_id, course_id, text, created_at)
                        select user_id, course_id, :text, :now
                          from student_enrollments
                         where user_id = :student and course_id = :course
                        returning id, text, created_at
                        """)
                        .bind("student", student.userId())
                        .bind("course", courseId)
                        .bind("text", text)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .mapTo(Comment.class)
                        .findOne()
                        .map(comment -> new Commented(comment, safety.screened(tx, student, "student_comment", text))));
    }

    /** Opts out of automated scoring, or back in. Whoever is out has no level from then on. */
    public void choose(Actor student, boolean automatedScoring) {
        database.run(student, tx -> {
            tx.createUpdate("""
                            insert into student_choices (user_id, automated_scoring) values (:student, :scored)
                                on conflict (user_id) do update set automated_scoring = excluded.automated_scoring
                            """)
                    .bind("student", student.userId())
                    .bind("scored", automatedScoring)
                    .execute();
            if (!automatedScoring) {
                tx.createUpdate("delete from risk_states where user_id = :student")
                        .bind("student", student.userId())
                        .execute();
            }
        });
    }

    private static boolean scored(Handle tx, Actor student) {
        return tx.createQuery("select automated_scoring from student_choices where user_id = :student")
                .bind("student", student.userId())
                .mapTo(boolean.class)
                .findOne()
                .orElse(true);
    }

    /** Those given to the student, and the leads of the course. */
    private static List<CourseTrainer> trainers(Handle tx, Actor student) {
        return tx.createQuery("""
                        select s.trainer_id, s.name, s.course_id, s.role
                          from course_staff s
                          join student_enrollments e on e.course_id = s.course_id and e.user_id = :student
                         where s.role = 'lead'
                            or exists (select from student_trainers t
                                        where t.user_id = :student and t.course_id = s.course_id
                                          and t.trainer_id = s.trainer_id)
                         order by s.course_id, s.role desc, s.name, s.trainer_id
                        """)
                .bind("student", student.userId())
                .mapTo(CourseTrainer.class)
                .list();
    }

    private static List<OwnCase> cases(Handle tx, Actor student) {
        return tx.createQuery("""
                        select id, course_id, status, intervention_type, assigned_trainer_id, outcome, created_at, resolved_at
                          from student_interventions
                         where student_id = :student and deleted_at is null
                         order by created_at desc, id
                        """)
                .bind("student", student.userId())
                .mapTo(OwnCase.class)
                .list();
    }
}
