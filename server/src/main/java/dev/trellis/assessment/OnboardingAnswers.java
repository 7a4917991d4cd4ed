package dev.trellis.assessment;

import dev.trellis.assessment.form.Sheet;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.safety.TriageResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the answers to a step: each by its field, and their words for signs of danger. */
@ApplicationScoped
class OnboardingAnswers {
    private final OnboardingFields fields;
    private final People people;
    private final SafetyEvents safety;
    private final InstantSource clock;

    OnboardingAnswers(OnboardingFields fields, People people, SafetyEvents safety, InstantSource clock) {
        this.fields = fields;
        this.people = people;
        this.safety = safety;
        this.clock = clock;
    }

    Sheet read(Handle tx, UUID userId, OnboardingStep step, Map<String, ? extends @Nullable Object> given) {
        return Sheet.read(fields.of(step, people.days(tx, userId).dayOf(clock.instant())), given);
    }

    TriageResult screen(Handle tx, Actor actor, Sheet read) {
        return safety.screen(tx, actor, "onboarding", read.words().toArray(String[]::new));
    }

    @Nullable
    SafetyNotice notice(Handle tx, Actor actor, TriageResult found) {
        return safety.notice(tx, actor.userId(), found);
    }
}
