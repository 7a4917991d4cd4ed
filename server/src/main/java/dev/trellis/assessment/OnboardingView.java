package dev.trellis.assessment;

import dev.trellis.assessment.Onboarding.Offer;
import dev.trellis.assessment.Onboarding.Progress;
import dev.trellis.assessment.Onboarding.Question;
import dev.trellis.assessment.Onboarding.Step;
import dev.trellis.assessment.StoredOnboarding.StepAnswers;
import dev.trellis.identity.People;
import dev.trellis.identity.Profiles;
import dev.trellis.platform.ProblemException;
import dev.trellis.safety.SafetyLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Shows somebody's onboarding: the steps of their path, with what they answered and what is known of them anyway. */
@ApplicationScoped
class OnboardingView {
    private static final StepAnswers NOTHING = new StepAnswers(Map.of(), SafetyLevel.S0);

    private final OnboardingFields fields;
    private final People people;
    private final Profiles profiles;
    private final InstantSource clock;

    OnboardingView(OnboardingFields fields, People people, Profiles profiles, InstantSource clock) {
        this.fields = fields;
        this.people = people;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Of somebody who has not begun. */
    Onboarding ofNobodyYet() {
        return new Onboarding(
                OnboardingState.WELCOME, null, Offer.ALL, List.of(), null, new Progress(0, 0), null, null, null, null);
    }

    Onboarding of(Handle tx, UUID userId, StoredOnboarding stored) {
        var person = people.find(tx, userId).orElseThrow(() -> ProblemException.notFound("person"));
        var today = person.days().dayOf(clock.instant());
        var known = KnownAnswers.of(person, profiles.of(tx, userId));
        var steps = stored.path().steps();
        return new Onboarding(
                stored.state(),
                stored.path(),
                Offer.ALL,
                steps.stream().map(step -> step(step, stored, known, today)).toList(),
                stored.isComplete() ? null : stored.next().orElse(null),
                new Progress(stored.done(), steps.size()),
                stored.intakeId(),
                stored.startedAt(),
                stored.skippedAt(),
                stored.completedAt());
    }

    private Step step(OnboardingStep step, StoredOnboarding stored, Map<String, Object> known, LocalDate today) {
        var answers = stored.data().getOrDefault(step.wire(), NOTHING).answers();
        var questions = fields.of(step, today).stream()
                .map(field -> new Question(field, answers.get(field.key()), known.get(field.key())))
                .toList();
        return new Step(step, step.title(), step.help(), stored.isDone(step), questions);
    }
}
