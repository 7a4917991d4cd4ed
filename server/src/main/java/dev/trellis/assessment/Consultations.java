package dev.trellis.assessment;

import dev.trellis.assessment.ConsultationCompletion.AlreadyCompleted;
import dev.trellis.assessment.ConsultationCompletion.Completed;
import dev.trellis.assessment.ConsultationCompletion.Incomplete;
import dev.trellis.assessment.ConsultationResult.Changed;
import dev.trellis.assessment.ConsultationResult.Closed;
import dev.trellis.assessment.ConsultationResult.Invalid;
import dev.trellis.assessment.form.Answers;
import dev.trellis.assessment.form.Sheet;
import dev.trellis.events.Events;
import dev.trellis.identity.Profiles;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.safety.SafetyEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The long assessment behind a program: nine sections, in any order, with breaks of any length, open to change until it
 * is completed. A person has at most one that is open; the completed ones stay.
 */
@ApplicationScoped
public class Consultations {
    private final Database database;
    private final ConsultationStore store;
    private final ConsultationView view;
    private final Profiles profiles;
    private final SafetyEvents safety;
    private final Events events;
    private final InstantSource clock;

    Consultations(
            Database database,
            ConsultationStore store,
            ConsultationView view,
            Profiles profiles,
            SafetyEvents safety,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.view = view;
        this.profiles = profiles;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /** A consultation to go on with, and whether it was begun just now. */
    public record Begun(Consultation consultation, boolean isNew) {}

    /** Begins one, or goes on with the one that is open. */
    public Begun begin(Actor actor) {
        return database.as(actor, tx -> {
            var begun = store.begin(tx, actor.userId(), clock.instant());
            begun.ifPresent(id -> events.publish(tx, new ConsultationStarted(actor.userId(), id)));
            var id = begun.or(() -> store.open(tx, actor.userId())).orElseThrow();
            var stored = store.find(tx, actor.userId(), id).orElseThrow();
            return new Begun(view.of(tx, actor.userId(), stored), begun.isPresent());
        });
    }

    /** One's own consultation. */
    public Optional<Consultation> find(Actor actor, UUID id) {
        return database.as(
                actor, tx -> store.find(tx, actor.userId(), id).map(stored -> view.of(tx, actor.userId(), stored)));
    }

    /** One's own consultations, newest first. */
    public Page<ConsultationSummary> list(Actor actor, PageRequest page) {
        return database.as(
                actor,
                tx -> Page.of(
                        store.page(tx, actor.userId(), page), page, consultation -> new Cursor(consultation.id())));
    }

    /**
     * Answers a section; answers it had before are replaced, and a field that is absent or blank is passed.
     *
     * @param given field to answer: text, a list of texts, a number, or true or false; a form's text is read as well
     */
    public ConsultationResult answer(
            Actor actor, UUID id, ConsultationSection section, Map<String, ? extends @Nullable Object> given) {
        return database.as(actor, tx -> {
            var stored = store.lock(tx, actor.userId(), id).orElse(null);
            if (stored == null) {
                return new ConsultationResult.Unknown();
            }
            if (stored.isComplete()) {
                return new Closed();
            }
            var sheet = Sheet.read(view.fields(tx, actor.userId()).of(section), given);
            var errors = errors(section, sheet);
            if (!errors.isEmpty()) {
                return new Invalid(errors);
            }
            var found = safety.screen(tx, actor, "consultation", sheet.words().toArray(String[]::new));
            store.answer(tx, actor.userId(), id, section, sheet.answers(), found.level());
            var changed = store.find(tx, actor.userId(), id).orElseThrow();
            return new Changed(view.of(tx, actor.userId(), changed), safety.notice(tx, actor.userId(), found));
        });
    }

    /**
     * Closes it, once, however many ask, and writes to the profile what belongs there. Whoever makes a program from the
     * answers calls this in the transaction that stores it, so that a consultation is not closed for nothing.
     */
    public ConsultationCompletion complete(Actor actor, UUID id) {
        return database.as(
                actor,
                tx -> obstacle(actor, id)
                        .orElseGet(() -> complete(
                                tx, actor, store.find(tx, actor.userId(), id).orElseThrow())));
    }

    /** What keeps it from being completed, if anything; whoever else answers or completes it waits for this transaction. */
    public Optional<ConsultationCompletion> obstacle(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            var stored = store.lock(tx, actor.userId(), id).orElse(null);
            if (stored == null) {
                return Optional.of(new ConsultationCompletion.Unknown());
            }
            if (stored.isComplete()) {
                return Optional.of(new AlreadyCompleted());
            }
            var missing = missing(tx, actor, stored);
            return missing.isEmpty() ? Optional.empty() : Optional.of(new Incomplete(missing));
        });
    }

    private ConsultationCompletion complete(Handle tx, Actor actor, StoredConsultation stored) {
        if (!store.close(tx, actor.userId(), stored.id(), clock.instant())) {
            return new AlreadyCompleted();
        }
        var told = ToldConsultation.of(stored.sections());
        profiles.replace(actor, told::profile);
        events.publish(tx, new ConsultationCompleted(actor.userId(), stored.id()));
        var closed = store.find(tx, actor.userId(), stored.id()).orElseThrow();
        return new Completed(view.of(tx, actor.userId(), closed), told.answers());
    }

    /** The answers of a consultation, once all sections hold what a program needs; open or completed. */
    public Optional<ConsultationAnswers> answers(Actor actor, UUID id) {
        return answered(actor, id).map(AnsweredConsultation::answers);
    }

    /** A consultation that is whole, open or completed. */
    public Optional<AnsweredConsultation> answered(Actor actor, UUID id) {
        return database.as(
                actor,
                tx -> store.find(tx, actor.userId(), id)
                        .filter(stored -> missing(tx, actor, stored).isEmpty())
                        .map(stored -> new AnsweredConsultation(
                                id, ToldConsultation.of(stored.sections()).answers(), stored.startedAt())));
    }

    /** The latest completed consultation. */
    public Optional<AnsweredConsultation> latest(Actor actor) {
        return database.as(
                actor, tx -> store.latestCompleted(tx, actor.userId()).flatMap(id -> answered(actor, id)));
    }

    /** The answers of the latest completed consultation. */
    public Optional<ConsultationAnswers> latestAnswers(Actor actor) {
        return latest(actor).map(AnsweredConsultation::answers);
    }

    /** The resting heart rate told in the latest completed consultation, in beats a minute. */
    public Optional<Integer> restingHeartRate(Handle tx, UUID userId) {
        return store.latestCompleted(tx, userId)
                .flatMap(id -> store.find(tx, userId, id))
                .map(stored -> ToldConsultation.of(stored.sections()).answers())
                .map(answers -> answers.sleepAndStress().restingHeartRate());
    }

    /** Answers are read anew: a question may have been added, or an answer may no longer be one, since they were given. */
    private List<ConsultationSection> missing(Handle tx, Actor actor, StoredConsultation stored) {
        var fields = view.fields(tx, actor.userId());
        return Arrays.stream(ConsultationSection.values())
                .filter(section -> {
                    var answers = stored.sections().get(section);
                    return answers == null
                            || !errors(section, Sheet.read(fields.of(section), answers))
                                    .isEmpty();
                })
                .toList();
    }

    private static List<FieldError> errors(ConsultationSection section, Sheet sheet) {
        var errors = new ArrayList<>(sheet.errors());
        if (errors.isEmpty()) {
            errors.addAll(ConsultationChecks.of(section, new Answers(sheet.answers())));
        }
        return errors;
    }
}
