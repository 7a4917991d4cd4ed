package dev.trellis.assessment;

import dev.trellis.safety.SafetyLevel;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's onboarding as it is kept.
 *
 * @param data what was told at each step, also at those of another path
 */
record StoredOnboarding(
        OnboardingPath path,
        Map<String, StepAnswers> data,
        @Nullable UUID intakeId,
        Instant startedAt,
        @Nullable Instant skippedAt,
        @Nullable Instant completedAt) {

    /** The answers of one step, and the gravest sign of danger that was found in their words. */
    record StepAnswers(Map<String, Object> answers, SafetyLevel safetyLevel) {}

    static StoredOnboarding begun(OnboardingPath path, Instant now) {
        return new StoredOnboarding(path, Map.of(), null, now, null, null);
    }

    /** Follows from the answers, so that a step that a newer version adds is simply the next one. */
    OnboardingState state() {
        if (completedAt != null) {
            return OnboardingState.COMPLETE;
        }
        if (skippedAt != null) {
            return OnboardingState.SKIPPED;
        }
        if (data.isEmpty()) {
            return OnboardingState.WELCOME;
        }
        return next().map(OnboardingStep::state).orElse(OnboardingState.REVIEW);
    }

    /** The first step of the path that was not answered. */
    Optional<OnboardingStep> next() {
        return path.steps().stream().filter(step -> !isDone(step)).findFirst();
    }

    boolean isComplete() {
        return completedAt != null;
    }

    boolean isDone(OnboardingStep step) {
        return data.containsKey(step.wire());
    }

    int done() {
        return (int) path.steps().stream().filter(this::isDone).count();
    }

    /** What was told on this path. */
    ToldAnswers told() {
        var told = new HashMap<String, Object>();
        ofPath().values().forEach(step -> told.putAll(step.answers()));
        return new ToldAnswers(told);
    }

    /** The gravest sign of danger in the words of this path. */
    SafetyLevel safetyLevel() {
        return ofPath().values().stream()
                .map(StepAnswers::safetyLevel)
                .max(Comparator.naturalOrder())
                .orElse(SafetyLevel.S0);
    }

    /** On another path; answers stay, and who had passed goes on. */
    StoredOnboarding on(OnboardingPath other) {
        return new StoredOnboarding(other, data, intakeId, startedAt, null, completedAt);
    }

    /** With a step answered anew; who had passed goes on. */
    StoredOnboarding with(OnboardingStep step, StepAnswers answers) {
        var all = new LinkedHashMap<>(data);
        all.put(step.wire(), answers);
        return new StoredOnboarding(path, all, intakeId, startedAt, null, completedAt);
    }

    StoredOnboarding skipped(Instant now) {
        return new StoredOnboarding(path, data, intakeId, startedAt, now, completedAt);
    }

    /** Over; what was told on a path that was left is not needed, and not kept. */
    StoredOnboarding completed(@Nullable UUID intake, Instant now) {
        return new StoredOnboarding(path, ofPath(), intake, startedAt, null, now);
    }

    private Map<String, StepAnswers> ofPath() {
        var steps = new LinkedHashMap<String, StepAnswers>();
        for (var step : path.steps()) {
            var answers = data.get(step.wire());
            if (answers != null) {
                steps.put(step.wire(), answers);
            }
        }
        return steps;
    }
}
