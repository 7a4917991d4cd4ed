package dev.trellis.safety;

import static dev.trellis.safety.SafetyLevel.S0;
import static dev.trellis.safety.SafetyLevel.S1;
import static dev.trellis.safety.SafetyLevel.S2;
import static dev.trellis.safety.SafetyLevel.S3;

import dev.trellis.safety.StructuredSigns.Flag;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The third layer of the triage: answers on scales and ticked boxes (domain 13.3). */
final class StructuredTriage {
    private static final int LOW_MOOD_DAYS = 5;
    private static final int LOWEST_MOOD = 1;
    private static final int HIGH_RESTING_HEART_RATE = 120;

    private StructuredTriage() {}

    static TriageResult assess(StructuredSigns signs) {
        return Stream.concat(signs.flags().stream().map(StructuredTriage::of), Stream.of(mood(signs), heart(signs)))
                .reduce(TriageResult.calm(), TriageResult::or);
    }

    /** Mood 1 on the five latest days running; a day without an answer breaks the run (domain 13.3). */
    private static TriageResult mood(StructuredSigns signs) {
        var moods = signs.recentMoods();
        var latest = moods.subList(Math.max(0, moods.size() - LOW_MOOD_DAYS), moods.size());
        var low = latest.size() == LOW_MOOD_DAYS && latest.stream().allMatch(StructuredTriage::isLowest);
        return found(low ? S2 : S0, SafetyTopic.LOW_MOOD);
    }

    private static boolean isLowest(@Nullable Integer mood) {
        return mood != null && mood <= LOWEST_MOOD;
    }

    /** A resting heart rate above 120 a minute needs a clinician (domain 13.2). */
    private static TriageResult heart(StructuredSigns signs) {
        var rate = signs.restingHeartRate();
        return found(rate != null && rate > HIGH_RESTING_HEART_RATE ? S1 : S0, SafetyTopic.CARDIAC);
    }

    private static TriageResult of(Flag flag) {
        return switch (flag) {
            case FAINTED_IN_EXERCISE -> found(S3, SafetyTopic.CARDIAC);
            case BREATHLESS_AT_REST -> found(S3, SafetyTopic.BREATHING);
            case CHEST_PAIN -> found(S2, SafetyTopic.CARDIAC);
            case SUICIDAL_THOUGHTS -> found(S2, SafetyTopic.SUICIDE);
            case SELF_HARM -> found(S2, SafetyTopic.SELF_HARM);
            case UNSAFE_AT_HOME -> found(S2, SafetyTopic.ABUSE);
            case EATING_DISORDER_SIGNS -> found(S2, SafetyTopic.EATING_DISORDER);
            case PREGNANCY_BLEEDING -> found(S2, SafetyTopic.PREGNANCY);
            case SEVERE_PAIN -> found(S2, SafetyTopic.MEDICAL);
            case HOPELESS -> found(S2, SafetyTopic.LOW_MOOD);
            case FEVER, ILLNESS_BELOW_NECK -> found(S1, SafetyTopic.MEDICAL);
        };
    }

    private static TriageResult found(SafetyLevel level, SafetyTopic topic) {
        return level == S0
                ? TriageResult.calm()
                : TriageResult.of(level, topic, SafetySubject.SELF, SafetyTense.NOW, SafetyLayer.STRUCTURED);
    }
}
