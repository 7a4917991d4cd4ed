package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trellis.events.AuditLog;
import dev.trellis.events.Events;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.students.CaseOpening.NewCase;
import dev.trellis.students.CaseStore.Filter;
import dev.trellis.students.StudentCase.Contact;
import dev.trellis.students.StudentCase.HistoryEntry;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.RiskReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Cases as trainers see and open them; {@link CaseWork} is what they do with them. */
@ApplicationScoped
public class StudentCases {
    private final Database database;
    private final CaseStore store;
    private final CaseWrites writes;
    private final CaseOpening opening;
    private final Deadlines deadlines;
    private final AuditLog audit;
    private final Events events;
    private final SafetyEvents safety;
    private final InstantSource clock;

    StudentCases(
            Database database,
            CaseStore store,
            CaseWrites writes,
            CaseOpening opening,
            Deadlines deadlines,
            AuditLog audit,
            Events events,
            SafetyEvents safety,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.writes = writes;
        this.opening = opening;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.safety = safety;
        this.clock = clock;
    }

    /** A case with what was tried and everything that changed. */
    public record CaseFile(@JsonUnwrapped StudentCase current, List<Contact> contacts, List<HistoryEntry> history) {}

    private record Shown(int shown) {}

    private record ShownCase(UUID caseId) {}

    private record Standing(
            UUID enrollmentId,
            @Nullable RiskLevel level,
            @Nullable List<String> reasons) {}

    /** Cases of students the trainer works with, or of courses they lead; newest first. */
    public Page<StudentCase> list(
            Actor trainer,
            @Nullable CaseStatus status,
            @Nullable UUID studentId,
            @Nullable UUID courseId,
            boolean onlyMine,
            PageRequest page) {
        return database.as(trainer, tx -> {
            var filter = new Filter(status, studentId, courseId, onlyMine ? trainer.userId() : null);
            var found =
                    Page.of(store.list(tx, filter, page.afterId(), page.fetch()), page, one -> new Cursor(one.id()));
            audit.recordEach(
                    tx,
                    trainer,
                    "student.case_listed",
                    found.items().stream().map(StudentCase::studentId).toList(),
                    new Shown(found.items().size()));
            return found;
        });
    }

    /** One case with its history. */
    public Optional<CaseFile> find(Actor trainer, UUID caseId) {
        return database.as(
                trainer,
                tx -> store.find(tx, caseId).map(found -> {
                    audit.record(tx, trainer, "student.case_read", found.studentId(), new ShownCase(caseId));
                    return new CaseFile(found, store.contacts(tx, caseId), store.history(tx, caseId));
                }));
    }

    /** Opens a case by hand, for a student the trainer works with; it is theirs. */
    public CaseChange open(Actor trainer, NewStudentCase wanted) {
        return database.as(
                trainer,
                tx -> standing(tx, wanted)
                        .map(standing -> open(tx, trainer, wanted, standing))
                        .orElseGet(() -> new CaseChange.Unknown("student")));
    }

    private CaseChange open(Handle tx, Actor trainer, NewStudentCase wanted, Standing standing) {
        var level =
                standing.level() == null || standing.level() == RiskLevel.LOW ? RiskLevel.MODERATE : standing.level();
        var reasons = standing.reasons() == null || standing.reasons().isEmpty()
                ? List.of(RiskReason.TRAINER_CONCERN.name())
                : standing.reasons();
        var suggested = InterventionType.suggestedBy(
                reasons.stream().map(RiskReason::valueOf).toList());
        var newCase = new NewCase(
                wanted.studentId(),
                standing.enrollmentId(),
                wanted.courseId(),
                level,
                reasons,
                Objects.requireNonNullElse(wanted.notes(), "").strip(),
                Objects.requireNonNullElse(wanted.interventionType(), suggested));
        var opened = writes.open(tx, List.of(newCase), clock.instant());
        if (opened.isEmpty()) {
            return new CaseChange.AlreadyOpen(
                    store.openCase(tx, wanted.studentId(), wanted.courseId()).orElseThrow());
        }
        var calendars = deadlines.of(tx, List.of(wanted.courseId()));
        opening.begin(tx, List.of(newCase), calendars, opened);
        var current = store.find(tx, opened.getFirst().id()).orElseThrow();
        store.assign(tx, current, trainer.userId(), clock.instant());
        events.publish(tx, assigned(current, trainer.userId()));
        return new CaseChange.Done(
                store.find(tx, current.id()).orElseThrow(),
                safety.screenedAboutAnother(tx, trainer, "student_case", wanted.notes()));
    }

    static CaseAssigned assigned(StudentCase open, UUID trainerId) {
        return new CaseAssigned(
                open.studentId(),
                open.id(),
                open.courseId(),
                open.courseTitle(),
                open.studentName(),
                trainerId,
                open.dueOn());
    }

    private static Optional<Standing> standing(Handle tx, NewStudentCase wanted) {
        return tx.createQuery("""
                        select e.id as enrollment_id, s.level, a.reasons
                          from student_enrollments e
                          left join risk_states s on s.user_id = e.user_id and s.enrollment_id = e.id
                          left join risk_assessments a on a.user_id = s.user_id and a.id = s.assessment_id
                         where e.user_id = :student and e.course_id = :course and e.user_id <> app_user()
                        """)
                .bind("student", wanted.studentId())
                .bind("course", wanted.courseId())
                .mapTo(Standing.class)
                .findOne();
    }
}
