package dev.trellis.safety;

import java.time.Duration;
import java.util.Set;

/**
 * What a safety event does to the rest of the server (domain 13.5).
 *
 * @param suspendsRecommendations whether only safety resources may be recommended
 * @param nudgeFreeze for how long no nudge, streak reminder or challenge goes out; zero for not at all
 * @param restsProgram whether the program turns to maintenance or rest
 * @param protectsStreak whether a streak is frozen, so that it cannot be lost, and no points are given
 * @param opensEvent whether a safety event is opened, and the next session begins with a check-in
 * @param pausedFeatures the features that pause; all that are related, at S1
 * @param resumption what lifts it all
 */
public record SafetyEffects(
        boolean suspendsRecommendations,
        Duration nudgeFreeze,
        boolean restsProgram,
        boolean protectsStreak,
        boolean opensEvent,
        Set<Feature> pausedFeatures,
        Resumption resumption) {

    private static final Duration FREEZE = Duration.ofDays(3);
    private static final SafetyEffects NONE =
            new SafetyEffects(false, Duration.ZERO, false, false, false, Set.of(), Resumption.NOTHING_TO_RESUME);

    /** A feature that can pause by itself. */
    public enum Feature {
        CALORIE_AND_WEIGHT_TARGETS,
        TRAINING_PROGRESSION,
        CHALLENGES
    }

    /** What lifts the effects. */
    public enum Resumption {
        NOTHING_TO_RESUME,
        PERSON_SAYS_RESOLVED,
        PERSON_CONFIRMS_SAFE,
        CLINICIAN_OR_STAFF_CLEARS
    }

    /** The effects of a danger to the person. */
    public static SafetyEffects of(SafetyLevel level, SafetyTopic topic) {
        return switch (level) {
            case S0 -> NONE;
            case S1 -> pausing(related(topic));
            case S2 -> suspending(Resumption.PERSON_CONFIRMS_SAFE);
            case S3 -> suspending(resumptionAfterEmergency(topic));
        };
    }

    /** The effects of a finding: another person's danger changes nothing in the writer's own plan. */
    public static SafetyEffects of(TriageResult result) {
        return result.subject() == SafetySubject.OTHER ? NONE : of(result.level(), result.topic());
    }

    private static SafetyEffects suspending(Resumption resumption) {
        return new SafetyEffects(true, FREEZE, true, true, true, Set.of(Feature.values()), resumption);
    }

    private static SafetyEffects pausing(Set<Feature> features) {
        var resumption = features.isEmpty() ? Resumption.NOTHING_TO_RESUME : Resumption.PERSON_SAYS_RESOLVED;
        return new SafetyEffects(false, Duration.ZERO, false, false, false, features, resumption);
    }

    /** A body that had an emergency trains and diets again when a clinician agrees; a crisis ends when one is safe. */
    private static Resumption resumptionAfterEmergency(SafetyTopic topic) {
        return switch (topic) {
            case SUICIDE, SELF_HARM, ABUSE, PSYCHOSIS_OR_MANIA, LOW_MOOD -> Resumption.PERSON_CONFIRMS_SAFE;
            default -> Resumption.CLINICIAN_OR_STAFF_CLEARS;
        };
    }

    private static Set<Feature> related(SafetyTopic topic) {
        return switch (topic) {
            case NONE, SUICIDE, SELF_HARM, ABUSE -> Set.of();
            case WEIGHT_CUT, EATING_DISORDER -> Set.of(Feature.CALORIE_AND_WEIGHT_TARGETS);
            case LOW_MOOD, PSYCHOSIS_OR_MANIA -> Set.of(Feature.CHALLENGES);
            case OVERDOSE, CARDIAC, STROKE, BREATHING, ALLERGY, BLEEDING, SEIZURE, DIABETES, PREGNANCY, MEDICAL ->
                Set.of(Feature.CALORIE_AND_WEIGHT_TARGETS, Feature.TRAINING_PROGRESSION);
        };
    }
}
