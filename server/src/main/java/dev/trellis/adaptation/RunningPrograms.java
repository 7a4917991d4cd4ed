package dev.trellis.adaptation;

import dev.trellis.programs.Programs;
import dev.trellis.programs.StoredProgram;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads a person's active program into what adapting it needs to know. */
@ApplicationScoped
class RunningPrograms {
    private final Programs programs;

    RunningPrograms(Programs programs) {
        this.programs = programs;
    }

    /** The active one. */
    Optional<RunningProgram> active(Handle tx, UUID userId) {
        return programs.active(tx, userId)
                .flatMap(summary -> programs.find(tx, userId, summary.id()))
                .map(RunningPrograms::running);
    }

    /** One that is or was. */
    Optional<RunningProgram> find(Handle tx, UUID userId, UUID id) {
        return programs.find(tx, userId, id).map(RunningPrograms::running);
    }

    /** As {@link #active}; whoever else would adapt it waits until this transaction ends. */
    Optional<RunningProgram> lock(Handle tx, UUID userId) {
        tx.createQuery("select id from programs where user_id = :user and status = 'active' for no key update")
                .bind("user", userId)
                .mapTo(UUID.class)
                .findOne();
        return active(tx, userId);
    }

    /** Moves the day of its next review on. */
    void reviewNext(Handle tx, UUID userId, UUID id, LocalDate next) {
        tx.createUpdate("update programs set next_reassessment_date = :next where user_id = :user and id = :id")
                .bind("user", userId)
                .bind("id", id)
                .bind("next", next)
                .execute();
    }

    private static RunningProgram running(StoredProgram stored) {
        var summary = stored.summary();
        return new RunningProgram(
                stored.id(),
                summary.startDate(),
                summary.endDate(),
                summary.nextReassessmentDate(),
                stored.inputs().request(),
                eating(stored),
                volume(stored));
    }

    private static RunningProgram.@Nullable Eating eating(StoredProgram stored) {
        var targets = stored.nutrition().targets();
        return targets == null
                ? null
                : new RunningProgram.Eating(
                        targets.expenditure(),
                        targets.goal(),
                        targets.calories(),
                        targets.macros(),
                        stored.nutrition().showNumbers());
    }

    private static RunningProgram.@Nullable Volume volume(StoredProgram stored) {
        var training = stored.training();
        return training.level() == null || training.range() == null
                ? null
                : new RunningProgram.Volume(training.level(), training.range());
    }
}
