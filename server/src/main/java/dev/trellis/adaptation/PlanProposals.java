package dev.trellis.adaptation;

import dev.trellis.adaptation.PlanProposal.Kind;
import dev.trellis.adaptation.PlanProposal.Status;
import dev.trellis.adaptation.PlanProposalResult.Decided;
import dev.trellis.adaptation.PlanProposalResult.Unknown;
import dev.trellis.adaptation.PlanProposalResult.WrongState;
import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Changes of the plan that the server proposed: agreed to, which makes them, or declined. */
@ApplicationScoped
public class PlanProposals {
    private final Database database;
    private final PlanProposalStore store;
    private final PlanRewriting rewriting;
    private final RunningPrograms programs;
    private final Calendar calendar;
    private final DoneStore done;
    private final People people;
    private final Events events;
    private final InstantSource clock;

    PlanProposals(
            Database database,
            PlanProposalStore store,
            PlanRewriting rewriting,
            RunningPrograms programs,
            Calendar calendar,
            DoneStore done,
            People people,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.rewriting = rewriting;
        this.programs = programs;
        this.calendar = calendar;
        this.done = done;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Agrees: the days ahead are rewritten. */
    public PlanProposalResult approve(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            // The program before what is proposed for it, here as everywhere, so that nobody waits for one another.
            programs.lock(tx, actor.userId());
            var proposal = store.lock(tx, actor.userId(), id).orElse(null);
            if (proposal == null || proposal.status() != Status.PENDING) {
                return refusal(tx, actor.userId(), id);
            }
            return apply(tx, actor.userId(), proposal, false)
                    .<PlanProposalResult>map(Decided::new)
                    .orElseGet(() -> new WrongState("Nothing is left ahead that this could change."));
        });
    }

    /** Declines: everything stays as it is. */
    public PlanProposalResult reject(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            var proposal = store.lock(tx, actor.userId(), id).orElse(null);
            if (proposal == null || proposal.status() != Status.PENDING) {
                return refusal(tx, actor.userId(), id);
            }
            var rejected = store.rejected(tx, actor.userId(), id, clock.instant());
            events.publish(
                    tx,
                    new PlanChangeRejected(actor.userId(), id, rejected.kind().wire(), false));
            return new Decided(rejected);
        });
    }

    /** Takes back what was made: days ahead are again as they were; days that were lived stay. */
    PlanProposalResult undo(Handle tx, UUID userId, UUID id) {
        var program = programs.lock(tx, userId).orElse(null);
        var proposal = store.lock(tx, userId, id).orElse(null);
        if (proposal == null) {
            return new Unknown();
        }
        if (proposal.status() != Status.APPLIED) {
            return new WrongState(
                    "This change is " + Words.of(proposal.status()) + "; only an applied one can be undone.");
        }
        var today = people.days(tx, userId).dayOf(clock.instant());
        var entries = EntrySnapshot.events(proposal.before().entries());
        var lived = done.doneAmong(
                tx, userId, entries.stream().map(CalendarEvent::itemId).toList());
        var ahead = entries.stream()
                .filter(event -> !event.date().isBefore(today) && !lived.contains(event.itemId()))
                .toList();
        if (!ahead.isEmpty() && !calendar.takeBack(tx, userId, id, ahead)) {
            return new WrongState("Something was changed on top of it. Undo that first.");
        }
        var undone = store.undone(tx, userId, id, clock.instant());
        if (undone.kind() == Kind.DIET_BREAK && program != null && program.id().equals(undone.programId())) {
            catchUp(tx, userId, program, undone, today.plusDays(1));
        }
        events.publish(tx, new PlanChangeUndone(userId, id, undone.kind().wire(), undone.sentence()));
        return new Decided(undone);
    }

    /** The days of a break have again what was planned when it began; what was agreed to since holds for them, too. */
    private void catchUp(Handle tx, UUID userId, RunningProgram program, PlanProposal rest, LocalDate tomorrow) {
        var until = Objects.requireNonNull(rest.after().until(), "a break that does not end");
        var since = Objects.requireNonNull(rest.appliedAt(), "a break that was never taken");
        for (var target : store.targetsSince(tx, userId, program.id(), since)) {
            var from = Collections.max(List.of(tomorrow, rest.effectiveFrom(), target.effectiveFrom()));
            rewriting.of(tx, userId, program, target, from, until).ifPresent(more -> {
                calendar.change(
                        tx,
                        userId,
                        target.id(),
                        EntrySnapshot.events(more.after().entries()));
                store.extended(
                        tx,
                        userId,
                        target.id(),
                        target.before().and(more.before()),
                        target.after().and(more.after()));
            });
        }
    }

    /** Makes a change; nothing when the program is over or nothing of it lies ahead. */
    Optional<PlanProposal> apply(Handle tx, UUID userId, PlanProposal proposal, boolean automatic) {
        var program = programs.lock(tx, userId)
                .filter(its -> its.id().equals(proposal.programId()))
                .orElse(null);
        if (program == null) {
            return Optional.empty();
        }
        var tomorrow = people.days(tx, userId).dayOf(clock.instant()).plusDays(1);
        var from = proposal.effectiveFrom().isBefore(tomorrow) ? tomorrow : proposal.effectiveFrom();
        var rewritten = rewriting.of(tx, userId, program, proposal, from);
        if (rewritten.isEmpty()) {
            return Optional.empty();
        }
        var its = rewritten.get();
        calendar.change(
                tx, userId, proposal.id(), EntrySnapshot.events(its.after().entries()));
        var applied = store.applied(tx, userId, proposal.id(), from, its.before(), its.after(), clock.instant());
        events.publish(
                tx,
                new PlanChangeApproved(userId, proposal.id(), proposal.kind().wire(), automatic, proposal.sentence()));
        return Optional.of(applied);
    }

    private PlanProposalResult refusal(Handle tx, UUID userId, UUID id) {
        return store.status(tx, userId, id)
                .<PlanProposalResult>map(
                        status -> new WrongState("This change is " + status + "; only a pending one can be decided."))
                .orElseGet(Unknown::new);
    }
}
