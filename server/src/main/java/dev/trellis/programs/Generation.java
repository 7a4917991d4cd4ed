package dev.trellis.programs;

import dev.trellis.assessment.AnsweredConsultation;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.programs.GenerationResult.GenerationRefused;
import dev.trellis.programs.GenerationResult.ImpossibleStart;
import dev.trellis.programs.GenerationResult.NothingTold;
import dev.trellis.programs.GenerationResult.OnHold;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.menu.PortionSolver;
import dev.trellis.programs.training.Exercises;
import dev.trellis.safety.SafetyHolds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes a program of what a person told and what was measured since, or says why there can be none. */
@ApplicationScoped
class Generation {
    /** Of the rules in this package; raised when the same inputs would make another program. */
    static final int VERSION = 1;

    private static final int USUAL_WEEKS = 12;
    private static final int LATEST_START_DAYS = 90;
    /** So that every reader of JSON keeps it exactly. */
    private static final long SEED_BITS = (1L << 53) - 1;

    private final Database database;
    private final People people;
    private final SafetyHolds holds;
    private final MeasuredReader measured;
    private final InstantSource clock;
    private final Exercises exercises = Exercises.shipped();
    private final ProgramGenerator generator = new ProgramGenerator(exercises, Foods.shipped(), new PortionSolver());

    Generation(Database database, People people, SafetyHolds holds, MeasuredReader measured, InstantSource clock) {
        this.database = database;
        this.people = people;
        this.holds = holds;
        this.measured = measured;
        this.clock = clock;
    }

    /** A program that is made and not yet stored, or a refusal. */
    sealed interface Outcome {
        record Made(UUID consultationId, ProgramBundle bundle) implements Outcome {}

        record Refused(GenerationResult why) implements Outcome {}
    }

    private sealed interface Basis {
        record Ready(UUID consultationId, ProgramInputs inputs) implements Basis {}

        record Not(GenerationResult why) implements Basis {}
    }

    /**
     * @param earlier what was made from the same consultation before; it is taken as it is when nothing has changed since
     */
    Outcome make(
            Actor actor,
            Supplier<Optional<AnsweredConsultation>> consultation,
            GenerationCommand command,
            Outcome.@Nullable Made earlier) {
        var basis = database.as(actor, tx -> basis(tx, actor, consultation.get(), command));
        return switch (basis) {
            case Basis.Not(var why) -> new Outcome.Refused(why);
            case Basis.Ready(var id, var inputs) ->
                earlier != null && earlier.bundle().inputs().equals(inputs)
                        ? new Outcome.Made(id, earlier.bundle())
                        : made(id, inputs, command);
        };
    }

    private Basis basis(Handle tx, Actor actor, Optional<AnsweredConsultation> told, GenerationCommand command) {
        if (holds.current(tx, actor.userId()).isPresent()) {
            return new Basis.Not(new OnHold());
        }
        if (told.isEmpty()) {
            return new Basis.Not(new NothingTold());
        }
        var today = people.days(tx, actor.userId()).dayOf(clock.instant());
        var start = Objects.requireNonNullElse(command.startDate(), today.plusDays(1));
        if (start.isBefore(today) || start.isAfter(today.plusDays(LATEST_START_DAYS))) {
            return new Basis.Not(
                    new ImpossibleStart("A program starts today or at most %d days from now: from %s to %s."
                            .formatted(LATEST_START_DAYS, today, today.plusDays(LATEST_START_DAYS))));
        }
        var consultation = told.get();
        return new Basis.Ready(
                consultation.id(),
                inputs(consultation, measured.read(tx, actor, consultation.startedAt(), today), today, start, command));
    }

    private ProgramInputs inputs(
            AnsweredConsultation consultation,
            Measured measures,
            LocalDate today,
            LocalDate start,
            GenerationCommand command) {
        var answers = consultation.answers();
        var read = RequestReader.read(
                answers,
                measures,
                today,
                Objects.requireNonNullElse(command.weeks(), USUAL_WEEKS),
                Objects.requireNonNullElseGet(command.seed(), () -> seedOf(consultation.id())),
                exercises);
        var sleep = answers.sleepAndStress();
        return new ProgramInputs(
                read.request(),
                start,
                answers.schedule().sessionTime(),
                MealTimes.of(sleep.wakeTime(), sleep.bedTime()),
                read.notes());
    }

    private Outcome made(UUID consultationId, ProgramInputs inputs, GenerationCommand command) {
        var program = generator.generate(inputs.request());
        if (program.nutrition() instanceof NutritionPlan.GoalRefused(var reason)) {
            return refused(ProgramWords.refused(reason));
        }
        if (program.nutrition() instanceof NutritionPlan.Planned planned
                && planned.belowResting()
                && !command.confirmBelowResting()) {
            return refused(ProgramWords.confirmationNeeded(planned));
        }
        var bundle = ProgramLayout.of(program, inputs, exercises);
        if (bundle.isEmpty()) {
            var reasons = new ArrayList<>(bundle.training().notes());
            reasons.addAll(bundle.nutrition().notes());
            return new Outcome.Refused(new GenerationRefused(reasons));
        }
        return new Outcome.Made(consultationId, bundle);
    }

    private static Outcome refused(ProgramNote reason) {
        return new Outcome.Refused(new GenerationRefused(List.of(reason)));
    }

    /** A consultation's own, so that a preview and what is stored afterwards are the same. */
    private static long seedOf(UUID consultationId) {
        return (consultationId.getMostSignificantBits() ^ consultationId.getLeastSignificantBits()) & SEED_BITS;
    }
}
