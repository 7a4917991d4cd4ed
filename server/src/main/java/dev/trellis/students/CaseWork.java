package dev.trellis.students;

import dev.trellis.events.AuditLog;
import dev.trellis.events.Events;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.students.risk.InterventionType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What trainers do with a case: take or give it, begin, note contacts, describe, resolve, dismiss. The trainer it is
 * assigned to works on it, and whoever leads the course may step in.
 */
@ApplicationScoped
public class CaseWork {
    private final Database database;
    private final CaseStore store;
    private final SafetyEvents safety;
    private final AuditLog audit;
    private final Events events;
    private final InstantSource clock;

    CaseWork(
            Database database,
            CaseStore store,
            SafetyEvents safety,
            AuditLog audit,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.safety = safety;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What can be described of a case; notes are staff's, trainer notes the assigned trainer's own. */
    public record Description(
            @Nullable InterventionType interventionType,
            @Size(max = 20000) @Nullable String notes,
            @Size(max = 10000) @Nullable String trainerNotes) {}

    private record Step(UUID caseId) {}

    /** Takes a case nobody has, or, for a lead, gives it to anybody of the course's staff. */
    public CaseChange assign(Actor trainer, UUID caseId, UUID to) {
        return change(trainer, caseId, "student.case_assigned", (tx, open) -> {
            if (!open.status().isOpen()) {
                return new CaseChange.WrongState(open.status());
            }
            if (!store.leads(tx, open.courseId())
                    && !(to.equals(trainer.userId()) && open.assignedTrainerId() == null)) {
                return new CaseChange.SomebodyElses();
            }
            if (!store.isStaff(tx, open.courseId(), to)) {
                return new CaseChange.NotStaff();
            }
            if (!to.equals(open.assignedTrainerId())) {
                store.assign(tx, open, to, clock.instant());
                events.publish(tx, StudentCases.assigned(open, to));
            }
            return done(tx, open);
        });
    }

    /** Begins; a case nobody has becomes the trainer's. */
    public CaseChange start(Actor trainer, UUID caseId) {
        return mine(trainer, caseId, "student.case_started", (tx, open) -> {
            if (open.status() != CaseStatus.PENDING) {
                return new CaseChange.WrongState(open.status());
            }
            if (open.assignedTrainerId() == null) {
                store.assign(tx, open, trainer.userId(), clock.instant());
            }
            store.start(tx, open.id());
            return done(tx, open);
        });
    }

    /** Notes an attempt to help, on a day from the case's opening until today; today when no day is given. */
    public CaseChange contact(
            Actor trainer, UUID caseId, InterventionType type, boolean reached, @Nullable LocalDate day) {
        return mine(trainer, caseId, "student.case_contact_noted", (tx, open) -> {
            if (open.status() != CaseStatus.IN_PROGRESS) {
                return new CaseChange.WrongState(open.status());
            }
            var today = store.today(tx, open.courseId(), clock.instant());
            var on = day == null ? today : day;
            if (on.isAfter(today)
                    || on.isBefore(LocalDate.ofInstant(open.createdAt(), ZoneOffset.UTC)
                            .minusDays(1))) {
                return new CaseChange.NotPossibleDay();
            }
            store.addContact(tx, open, type, reached, on, trainer.userId());
            return done(tx, open);
        });
    }

    /** Changes what is written of a case; the change sees the current state. */
    public CaseChange describe(Actor trainer, UUID caseId, Function<Description, Description> change) {
        return mine(trainer, caseId, "student.case_described", (tx, open) -> {
            var wanted = change.apply(new Description(open.interventionType(), open.notes(), open.trainerNotes()));
            store.describe(tx, open.id(), wanted.interventionType(), wanted.notes(), wanted.trainerNotes());
            return done(
                    tx,
                    open,
                    screened(
                            tx,
                            trainer,
                            written(open.notes(), wanted.notes()),
                            written(open.trainerNotes(), wanted.trainerNotes())));
        });
    }

    /** Resolves a case that was begun. */
    public CaseChange resolve(Actor trainer, UUID caseId, @Nullable String notes) {
        return mine(
                trainer,
                caseId,
                "student.case_resolved",
                (tx, open) -> open.status() == CaseStatus.IN_PROGRESS
                        ? close(tx, trainer, open, CaseStatus.RESOLVED, notes)
                        : new CaseChange.WrongState(open.status()));
    }

    /** Dismisses a case that needs nothing, and says why. */
    public CaseChange dismiss(Actor trainer, UUID caseId, DismissalReason reason, @Nullable String notes) {
        return mine(trainer, caseId, "student.case_dismissed", (tx, open) -> {
            if (!open.status().isOpen()) {
                return new CaseChange.WrongState(open.status());
            }
            store.dismissedBecause(tx, open, reason);
            return close(tx, trainer, open, CaseStatus.DISMISSED, notes);
        });
    }

    /** Takes a case out of every list; its history stays. Leads only. */
    public CaseChange delete(Actor lead, UUID caseId) {
        return change(lead, caseId, "student.case_deleted", (tx, open) -> {
            if (!store.leads(tx, open.courseId())) {
                return new CaseChange.SomebodyElses();
            }
            store.delete(tx, open.id(), clock.instant());
            return new CaseChange.Done(open);
        });
    }

    private CaseChange close(Handle tx, Actor trainer, StudentCase open, CaseStatus status, @Nullable String notes) {
        store.close(tx, open, status, notes, clock.instant());
        events.publish(
                tx, new CaseClosed(open.studentId(), open.id(), open.courseId(), open.courseTitle(), status.wire()));
        return done(tx, open, screened(tx, trainer, notes));
    }

    private CaseChange mine(
            Actor trainer, UUID caseId, String action, BiFunction<Handle, StudentCase, CaseChange> step) {
        return change(trainer, caseId, action, (tx, open) -> {
            var assigned = open.assignedTrainerId();
            return assigned == null || assigned.equals(trainer.userId()) || store.leads(tx, open.courseId())
                    ? step.apply(tx, open)
                    : new CaseChange.SomebodyElses();
        });
    }

    /** One at a time; the student can read who did what. */
    private CaseChange change(
            Actor trainer, UUID caseId, String action, BiFunction<Handle, StudentCase, CaseChange> step) {
        return database.as(
                trainer,
                tx -> store.lock(tx, caseId)
                        .map(open -> {
                            var change = step.apply(tx, open);
                            if (change instanceof CaseChange.Done) {
                                audit.record(tx, trainer, action, open.studentId(), new Step(caseId));
                            }
                            return change;
                        })
                        .orElseGet(() -> new CaseChange.Unknown("case")));
    }

    /** Somebody who gave the case away may not see it any more; they see it as they last did. */
    private CaseChange done(Handle tx, StudentCase before) {
        return done(tx, before, null);
    }

    private CaseChange done(Handle tx, StudentCase before, @Nullable SafetyNotice notice) {
        return new CaseChange.Done(store.find(tx, before.id()).orElse(before), notice);
    }

    /** What a trainer writes of a student is read as every other free text is; it is the student whom it is about. */
    private @Nullable SafetyNotice screened(Handle tx, Actor trainer, @Nullable String... words) {
        return safety.screenedAboutAnother(tx, trainer, "student_case", words);
    }

    /** What is new: notes grow at their end, and what stood there before was read when it was written. */
    private static @Nullable String written(@Nullable String before, @Nullable String now) {
        return now != null && before != null && now.startsWith(before) ? now.substring(before.length()) : now;
    }
}
