package dev.trellis.programs;

import dev.trellis.assessment.ConsultationAnswers;
import dev.trellis.assessment.Consultations;
import dev.trellis.nutrition.ShownNumbers;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.PageRequest;
import dev.trellis.programs.energy.SafetyVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Numbers of food are for everybody but those whose latest program hides them, be it over or not, and those who never got
 * one and have told of troubles with eating.
 */
@ApplicationScoped
class NumbersOfProgram implements ShownNumbers {
    private static final PageRequest LATEST = PageRequest.of(1, null);

    private final Database database;
    private final ProgramStore programs;
    private final Consultations consultations;

    NumbersOfProgram(Database database, ProgramStore programs, Consultations consultations) {
        this.database = database;
        this.programs = programs;
        this.consultations = consultations;
    }

    @Override
    public boolean to(Actor actor) {
        return database.as(
                actor,
                tx -> latest(tx, actor)
                        .map(program -> program.nutrition().showNumbers())
                        .orElseGet(() -> told(actor)
                                .map(health -> !health.eatingDisorder()
                                        && health.eatingSigns().size() < SafetyVerdict.SUSPICIOUS)
                                .orElse(true)));
    }

    /** A consultation that was refused a program stays open; what was told in it counts. */
    private Optional<ConsultationAnswers.Health> told(Actor actor) {
        return consultations.list(actor, LATEST).items().stream()
                .findFirst()
                .flatMap(latest -> consultations.answers(actor, latest.id()))
                .map(ConsultationAnswers::health);
    }

    private Optional<StoredProgram> latest(Handle tx, Actor actor) {
        return programs.page(tx, actor.userId(), LATEST).stream()
                .findFirst()
                .flatMap(program -> programs.find(tx, actor.userId(), program.id()));
    }
}
