package dev.trellis.programs;

import dev.trellis.assessment.AnsweredConsultation;
import dev.trellis.assessment.ConsultationCompletion;
import dev.trellis.assessment.Consultations;
import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.programs.Generation.Outcome;
import dev.trellis.programs.GenerationResult.Generated;
import dev.trellis.programs.GenerationResult.NotCompleted;
import dev.trellis.programs.GenerationResult.Previewed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Programs: made from a consultation, kept as they were made, ended. A person has at most one that is active; a new one
 * takes the place of the old.
 */
@ApplicationScoped
public class Programs {
    private static final int DAYS_TO_REASSESSMENT = 14;

    private final Database database;
    private final Consultations consultations;
    private final Generation generation;
    private final ProgramStore programs;
    private final PlanTables tables;
    private final PlanStore plans;
    private final Calendar calendar;
    private final People people;
    private final Events events;
    private final InstantSource clock;
    private final Timer storing;

    Programs(
            Database database,
            Consultations consultations,
            Generation generation,
            ProgramStore programs,
            PlanTables tables,
            PlanStore plans,
            Calendar calendar,
            People people,
            Events events,
            InstantSource clock,
            MeterRegistry metrics) {
        this.database = database;
        this.consultations = consultations;
        this.generation = generation;
        this.programs = programs;
        this.tables = tables;
        this.plans = plans;
        this.calendar = calendar;
        this.people = people;
        this.events = events;
        this.clock = clock;
        this.storing = metrics.timer("trellis.programs.store");
    }

    /** How a program of the latest consultation would be. */
    public GenerationResult preview(Actor actor, GenerationCommand command) {
        return preview(actor, () -> consultations.latest(actor), command);
    }

    /** How the program of a consultation would be that is open still; nothing is closed. */
    public GenerationResult previewCompletion(Actor actor, UUID consultationId, GenerationCommand command) {
        return consultations
                .obstacle(actor, consultationId)
                .<GenerationResult>map(NotCompleted::new)
                .orElseGet(() -> preview(actor, () -> consultations.answered(actor, consultationId), command));
    }

    /** Makes a program of the latest consultation and stores it in place of the active one. */
    public GenerationResult generate(Actor actor, GenerationCommand command) {
        return makeAndStore(actor, () -> consultations.latest(actor), command, Optional::empty);
    }

    /** Completes a consultation and makes its program: both, or neither and the reason. */
    public GenerationResult complete(Actor actor, UUID consultationId, GenerationCommand command) {
        Supplier<Optional<ConsultationCompletion>> obstacle = () -> consultations.obstacle(actor, consultationId);
        return obstacle.get()
                .<GenerationResult>map(NotCompleted::new)
                .orElseGet(() ->
                        makeAndStore(actor, () -> consultations.answered(actor, consultationId), command, obstacle));
    }

    /** One's own program, whole. */
    public Optional<StoredProgram> find(Actor actor, UUID id) {
        return database.as(actor, tx -> programs.find(tx, actor.userId(), id));
    }

    /** One's own programs, newest first. */
    public Page<ProgramSummary> list(Actor actor, PageRequest page) {
        return database.as(
                actor,
                tx -> Page.of(programs.page(tx, actor.userId(), page), page, program -> new Cursor(program.id())));
    }

    /** Where the person stands in their active program. */
    public Optional<ProgramStanding> standing(Actor actor) {
        return database.as(actor, tx -> {
            var today = people.days(tx, actor.userId()).dayOf(clock.instant());
            return programs.active(tx, actor.userId())
                    .flatMap(active -> programs.find(tx, actor.userId(), active.id()))
                    .map(program -> ProgramStanding.of(
                            program,
                            today,
                            calendar.between(
                                    tx, actor.userId(), today, today.plusDays(ProgramStanding.DAYS_LOOKED_AHEAD))));
        });
    }

    /** Ends the active program today; what lies ahead leaves the calendar. Nothing when none is active. */
    public Optional<ProgramSummary> stop(Actor actor) {
        return database.as(actor, tx -> {
            people.lock(tx, actor.userId());
            var today = people.days(tx, actor.userId()).dayOf(clock.instant());
            var active = programs.active(tx, actor.userId());
            active.ifPresent(program -> end(tx, actor.userId(), program.id(), ProgramStatus.STOPPED, today));
            return active.flatMap(program -> programs.find(tx, actor.userId(), program.id()))
                    .map(StoredProgram::summary);
        });
    }

    /** The active program of a person whom whoever acts may see. */
    public Optional<ProgramSummary> active(Handle tx, UUID userId) {
        return programs.active(tx, userId);
    }

    /** A program of a person whom whoever acts may see, whole. */
    public Optional<StoredProgram> find(Handle tx, UUID userId, UUID id) {
        return programs.find(tx, userId, id);
    }

    private GenerationResult preview(
            Actor actor, Supplier<Optional<AnsweredConsultation>> consultation, GenerationCommand command) {
        return switch (generation.make(actor, consultation, command, null)) {
            case Outcome.Made(var consultationId, var bundle) -> new Previewed(bundle);
            case Outcome.Refused(var why) -> why;
        };
    }

    /**
     * Computes outside any transaction, for that may take a second or two, and stores in one. What was told and measured is
     * read again there, so that what is stored fits what is known by then.
     */
    private GenerationResult makeAndStore(
            Actor actor,
            Supplier<Optional<AnsweredConsultation>> consultation,
            GenerationCommand command,
            Supplier<Optional<ConsultationCompletion>> obstacle) {
        return switch (generation.make(actor, consultation, command, null)) {
            case Outcome.Refused(var why) -> why;
            case Outcome.Made made -> {
                var rows = tables.rows(made.bundle());
                yield storing.record(
                        () -> database.as(actor, tx -> store(tx, actor, consultation, command, obstacle, made, rows)));
            }
        };
    }

    private GenerationResult store(
            Handle tx,
            Actor actor,
            Supplier<Optional<AnsweredConsultation>> consultation,
            GenerationCommand command,
            Supplier<Optional<ConsultationCompletion>> obstacle,
            Outcome.Made made,
            PlanRows rows) {
        var late = obstacle.get();
        if (late.isPresent()) {
            return new NotCompleted(late.get());
        }
        // Of two generations at once the second waits here, and replaces the program of the first.
        people.lock(tx, actor.userId());
        return switch (generation.make(actor, consultation, command, made)) {
            case Outcome.Refused(var why) -> why;
            case Outcome.Made(var id, var bundle) ->
                store(tx, actor, id, bundle.equals(rows.bundle()) ? rows : tables.rows(bundle));
        };
    }

    private Generated store(Handle tx, Actor actor, UUID consultationId, PlanRows rows) {
        // One that was completed before stays as it is.
        consultations.complete(actor, consultationId);
        var user = actor.userId();
        var bundle = rows.bundle();
        var start = bundle.inputs().startDate();
        var replaced = programs.active(tx, user).map(ProgramSummary::id);
        replaced.ifPresent(id -> end(tx, user, id, ProgramStatus.REPLACED, start));
        var id = rows.ids().program();
        programs.add(tx, user, id, consultationId, Generation.VERSION, start.plusDays(DAYS_TO_REASSESSMENT), bundle);
        plans.add(tx, user, rows);
        events.publish(tx, new ProgramGenerated(user, id, start, bundle.inputs().endDate(), replaced.orElse(null)));
        return new Generated(id, bundle);
    }

    private void end(Handle tx, UUID user, UUID id, ProgramStatus status, LocalDate from) {
        var endedOn = programs.end(tx, user, id, status, from);
        plans.clearCalendar(tx, user, id, endedOn);
        events.publish(tx, new ProgramEnded(user, id, status, endedOn));
    }
}
