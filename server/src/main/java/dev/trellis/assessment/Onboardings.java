package dev.trellis.assessment;

import dev.trellis.assessment.OnboardingResult.AlreadyComplete;
import dev.trellis.assessment.OnboardingResult.Changed;
import dev.trellis.assessment.OnboardingResult.Incomplete;
import dev.trellis.assessment.OnboardingResult.Invalid;
import dev.trellis.assessment.OnboardingResult.NotOnThisPath;
import dev.trellis.assessment.OnboardingResult.NotStarted;
import dev.trellis.assessment.StoredOnboarding.StepAnswers;
import dev.trellis.assessment.form.Field;
import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.identity.Profiles;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The first minutes: a person picks a path and tells what they like, step by step, in any order, leaving and coming back
 * as they please. Nothing takes effect before they complete it; nobody has to.
 */
@ApplicationScoped
public class Onboardings {
    private final Database database;
    private final OnboardingStore store;
    private final OnboardingAnswers answers;
    private final OnboardingFields fields;
    private final OnboardingView view;
    private final People people;
    private final Profiles profiles;
    private final Intakes intakes;
    private final Events events;
    private final InstantSource clock;

    Onboardings(
            Database database,
            OnboardingStore store,
            OnboardingAnswers answers,
            OnboardingFields fields,
            OnboardingView view,
            People people,
            Profiles profiles,
            Intakes intakes,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.answers = answers;
        this.fields = fields;
        this.view = view;
        this.people = people;
        this.profiles = profiles;
        this.intakes = intakes;
        this.events = events;
        this.clock = clock;
    }

    /** Where the person stands; at the door when they have not begun. */
    public Onboarding mine(Actor actor) {
        return database.as(
                actor,
                tx -> store.find(tx, actor.userId())
                        .map(stored -> view.of(tx, actor.userId(), stored))
                        .orElseGet(view::ofNobodyYet));
    }

    /** Begins on a path, or changes to it and keeps the answers; without one, the standard path or the current one. */
    public OnboardingResult choose(Actor actor, @Nullable OnboardingPath path) {
        return database.as(actor, tx -> {
            var isNew = begin(tx, actor, Objects.requireNonNullElse(path, OnboardingPath.STANDARD));
            return change(tx, actor, stored -> {
                var chosen = Objects.requireNonNullElse(path, stored.path());
                if (isNew || stored.skippedAt() != null) {
                    events.publish(tx, new OnboardingStarted(actor.userId(), actor.userId(), chosen));
                }
                return stored.on(chosen);
            });
        });
    }

    /**
     * Answers one step of the path; answers it gave before are replaced, and a field that is absent or blank is passed.
     *
     * @param given field to answer: text, a list of texts, a number, or true or false; a form's text is read as well
     */
    public OnboardingResult answer(Actor actor, OnboardingStep step, Map<String, ? extends @Nullable Object> given) {
        return database.as(actor, tx -> {
            var stored = store.lock(tx, actor.userId()).orElse(null);
            if (stored == null) {
                return new NotStarted();
            }
            if (stored.isComplete()) {
                return new AlreadyComplete();
            }
            if (!stored.path().steps().contains(step)) {
                return new NotOnThisPath(step, stored.path());
            }
            var read = answers.read(tx, actor.userId(), step, given);
            if (!read.errors().isEmpty()) {
                return new Invalid(read.errors());
            }
            var found = answers.screen(tx, actor, read);
            var changed = stored.with(step, new StepAnswers(read.answers(), found.level()));
            store.save(tx, actor.userId(), changed);
            return new Changed(view.of(tx, actor.userId(), changed), answers.notice(tx, actor, found));
        });
    }

    /** Passes the rest for now; the answers stay for another day. */
    public OnboardingResult skip(Actor actor) {
        return database.as(actor, tx -> {
            begin(tx, actor, OnboardingPath.STANDARD); // who passes at the door has a row too, and is not asked again
            return change(tx, actor, stored -> {
                if (stored.skippedAt() != null) {
                    return stored;
                }
                events.publish(tx, new OnboardingSkipped(actor.userId(), actor.userId(), stored.path()));
                return stored.skipped(clock.instant());
            });
        });
    }

    /** Writes what was told to where it belongs: once, however many ask. Only what is required must be there. */
    public OnboardingResult complete(Actor actor) {
        return database.as(actor, tx -> {
            var stored = store.lock(tx, actor.userId()).orElse(null);
            if (stored == null) {
                return new NotStarted();
            }
            if (stored.isComplete()) {
                return new AlreadyComplete();
            }
            var today = people.days(tx, actor.userId()).dayOf(clock.instant());
            var missing = stored.path().steps().stream()
                    .filter(step -> !stored.isDone(step))
                    .filter(step -> fields.of(step, today).stream().anyMatch(Field::required))
                    .toList();
            return missing.isEmpty() ? complete(tx, actor, stored) : new Incomplete(missing);
        });
    }

    private Changed complete(Handle tx, Actor actor, StoredOnboarding stored) {
        var told = stored.told();
        people.change(actor, told::settings);
        var profile = profiles.of(tx, actor.userId());
        if (!told.profile(profile).equals(profile)) {
            profiles.replace(actor, told::profile);
        }
        var intakeId = told.intake()
                .map(intake -> intakes.take(tx, actor.userId(), intake, stored.safetyLevel())
                        .id())
                .orElse(null);
        var completed = stored.completed(intakeId, clock.instant());
        store.save(tx, actor.userId(), completed);
        events.publish(
                tx,
                new OnboardingCompleted(actor.userId(), actor.userId(), completed.path(), completed.done(), intakeId));
        return new Changed(view.of(tx, actor.userId(), completed), null);
    }

    private boolean begin(Handle tx, Actor actor, OnboardingPath path) {
        return store.begin(tx, actor.userId(), StoredOnboarding.begun(path, clock.instant()));
    }

    private OnboardingResult change(Handle tx, Actor actor, Function<StoredOnboarding, StoredOnboarding> change) {
        var stored = store.lock(tx, actor.userId()).orElseThrow();
        if (stored.isComplete()) {
            return new AlreadyComplete();
        }
        var changed = change.apply(stored);
        store.save(tx, actor.userId(), changed);
        return new Changed(view.of(tx, actor.userId(), changed), null);
    }
}
