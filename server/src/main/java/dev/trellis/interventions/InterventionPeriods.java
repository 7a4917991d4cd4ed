package dev.trellis.interventions;

import dev.trellis.events.Events;
import dev.trellis.events.HandlerResult;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.tracking.Habit;
import dev.trellis.tracking.Habits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The life of a period after its start: read, pause, resume, abandon, complete. */
@ApplicationScoped
public class InterventionPeriods {
    private final Database database;
    private final PeriodStore periods;
    private final ProgressStore progress;
    private final Habits habits;
    private final People people;
    private final SafetyEvents safety;
    private final Events events;
    private final InstantSource clock;

    InterventionPeriods(
            Database database,
            PeriodStore periods,
            ProgressStore progress,
            Habits habits,
            People people,
            SafetyEvents safety,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.periods = periods;
        this.progress = progress;
        this.habits = habits;
        this.people = people;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /** What became of a change to a period. */
    public sealed interface Change {
        /** It was made; with help when the last words sounded like somebody who needs it. */
        record Made(InterventionPeriod period, @Nullable SafetyNotice safety) implements Change {}

        /** The period is in a state that does not allow it. */
        record WrongState(InterventionPeriod period) implements Change {}

        /** Its last day is reached; there is nothing left to pause. */
        record NothingLeft(InterventionPeriod period) implements Change {}

        /** This person has no such period. */
        record Unknown() implements Change {}
    }

    /** What became of a completion. */
    public sealed interface Completion {
        /** It was completed now; the handlers' results come with it. */
        record Completed(
                InterventionPeriod period,
                List<HandlerResult> eventResults,
                @Nullable SafetyNotice safety) implements Completion {}

        /** Somebody, or the night, was faster; nothing was done a second time. */
        record AlreadyCompleted(InterventionPeriod period) implements Completion {}

        /** It was abandoned. */
        record WrongState(InterventionPeriod period) implements Completion {}

        /** This person has no such period. */
        record Unknown() implements Completion {}
    }

    /** The periods that go on, the newest first. */
    public List<InterventionPeriod> open(Actor actor) {
        return database.as(actor, tx -> periods.open(tx, actor.userId()));
    }

    /** One page of all periods, newest first. */
    public Page<InterventionPeriod> history(Actor actor, PageRequest page) {
        var rows = database.as(actor, tx -> periods.history(tx, actor.userId(), page));
        return Page.of(rows, page, period -> new Cursor(period.id()));
    }

    /** One period. */
    public Optional<InterventionPeriod> find(Actor actor, UUID id) {
        return database.query(
                actor,
                PeriodStore.FIND,
                query -> query.bind("user", actor.userId()).bind("id", id),
                rows -> rows.mapTo(InterventionPeriod.class).findOne());
    }

    /** Completes a period once, however many callers race; the handlers' results come back with it. */
    public Completion complete(Actor actor, UUID id, @Nullable String notes) {
        return database.as(actor, tx -> {
            var closed = periods.close(tx, actor.userId(), id, PeriodStatus.COMPLETED, clock.instant(), notes);
            return closed.<Completion>map(period -> new Completion.Completed(
                            period,
                            events.publish(tx, completed(actor, period)),
                            safety.screened(tx, actor, "period_notes", notes)))
                    .orElseGet(() -> notCompleted(tx, actor, id));
        });
    }

    /** Stops a period before its end; its days so far stay, no summary is made. */
    public Change abandon(Actor actor, UUID id, @Nullable String notes) {
        return database.as(actor, tx -> {
            var closed = periods.close(tx, actor.userId(), id, PeriodStatus.ABANDONED, clock.instant(), notes);
            if (closed.isEmpty()) {
                return unchanged(tx, actor, id);
            }
            var period = closed.get();
            moveHabits(tx, actor, id, Habit.Status.ACTIVE, Habit.Status.ABANDONED);
            moveHabits(tx, actor, id, Habit.Status.PAUSED, Habit.Status.ABANDONED);
            events.publish(
                    tx,
                    new InterventionAbandoned(
                            actor.userId(), id, period.interventionId(), period.interventionName(), lastDay(period)));
            return new Change.Made(period, safety.screened(tx, actor, "period_notes", notes));
        });
    }

    /**
     * Lets an active period rest: from today, or from tomorrow when today is checked in already. Paused days do not
     * count, and the end moves by as many when it goes on.
     */
    public Change pause(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            var found = periods.lock(tx, actor.userId(), id);
            if (found.isEmpty() || found.get().status() != PeriodStatus.ACTIVE) {
                return unchanged(tx, actor, id);
            }
            var today = today(tx, actor);
            var from = progress.find(tx, actor.userId(), id, today).isPresent() ? today.plusDays(1) : today;
            if (!from.isBefore(found.get().endDate())) {
                return new Change.NothingLeft(found.get());
            }
            var period = periods.pause(tx, actor.userId(), id, from);
            moveHabits(tx, actor, id, Habit.Status.ACTIVE, Habit.Status.PAUSED);
            events.publish(tx, new InterventionPaused(actor.userId(), id, from));
            return new Change.Made(period, null);
        });
    }

    /** Lets a paused period go on from today. */
    public Change resume(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            var found = periods.lock(tx, actor.userId(), id);
            if (found.isEmpty() || found.get().status() != PeriodStatus.PAUSED) {
                return unchanged(tx, actor, id);
            }
            var today = today(tx, actor);
            var pausedOn = periods.pausedOn(tx, actor.userId(), id);
            // Paused and resumed on one day, or before the pause began: no day is lost.
            var from = today.isBefore(pausedOn) ? pausedOn : today;
            var pausedDays = Math.toIntExact(ChronoUnit.DAYS.between(pausedOn, from));
            var period = periods.resume(tx, actor.userId(), id, from, pausedDays);
            moveHabits(tx, actor, id, Habit.Status.PAUSED, Habit.Status.ACTIVE);
            events.publish(tx, new InterventionResumed(actor.userId(), id, from, period.endDate()));
            return new Change.Made(period, null);
        });
    }

    private static InterventionCompleted completed(Actor actor, InterventionPeriod period) {
        return new InterventionCompleted(
                actor.userId(),
                period.id(),
                period.interventionId(),
                period.interventionName(),
                period.startDate(),
                lastDay(period),
                false);
    }

    private Completion notCompleted(Handle tx, Actor actor, UUID id) {
        return periods.find(tx, actor.userId(), id)
                .<Completion>map(period -> period.status() == PeriodStatus.COMPLETED
                        ? new Completion.AlreadyCompleted(period)
                        : new Completion.WrongState(period))
                .orElseGet(Completion.Unknown::new);
    }

    private Change unchanged(Handle tx, Actor actor, UUID id) {
        return periods.find(tx, actor.userId(), id)
                .<Change>map(Change.WrongState::new)
                .orElseGet(Change.Unknown::new);
    }

    private void moveHabits(Handle tx, Actor actor, UUID id, Habit.Status from, Habit.Status to) {
        habits.move(tx, actor.userId(), id, from, to);
    }

    private LocalDate today(Handle tx, Actor actor) {
        return people.days(tx, actor.userId()).dayOf(clock.instant());
    }

    private static LocalDate lastDay(InterventionPeriod closed) {
        return closed.actualEndDate() == null ? closed.lastDay() : closed.actualEndDate();
    }
}
