package dev.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.safety.StructuredSigns.Flag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The levels of structured answers (domain 13.2, 13.3). */
class StructuredTriageTest {

    @Test
    void fiveDaysOfTheLowestMoodAreUrgent() {
        assertThat(ofMoods(3, 1, 1, 1, 1, 1))
                .extracting(TriageResult::level, TriageResult::topic, TriageResult::layer)
                .containsExactly(SafetyLevel.S2, SafetyTopic.LOW_MOOD, SafetyLayer.STRUCTURED);
    }

    @Test
    void fourDaysOrABrokenRunAreNot() {
        assertThat(ofMoods(1, 1, 1, 1).level()).isEqualTo(SafetyLevel.S0);
        assertThat(ofMoods(1, 1, 1, 2, 1, 1).level()).isEqualTo(SafetyLevel.S0);
        assertThat(ofMoods(1, 1, null, 1, 1, 1).level()).isEqualTo(SafetyLevel.S0);
        assertThat(ofMoods(1, 1, 1, 1, 1, 4).level()).isEqualTo(SafetyLevel.S0);
    }

    @Test
    void aRestingHeartRateAbove120NeedsAClinician() {
        assertThat(ofHeartRate(120).level()).isEqualTo(SafetyLevel.S0);
        assertThat(ofHeartRate(121).level()).isEqualTo(SafetyLevel.S1);
    }

    @ParameterizedTest
    @CsvSource({
        "FAINTED_IN_EXERCISE, S3, CARDIAC",
        "BREATHLESS_AT_REST, S3, BREATHING",
        "CHEST_PAIN, S2, CARDIAC",
        "SUICIDAL_THOUGHTS, S2, SUICIDE",
        "SELF_HARM, S2, SELF_HARM",
        "UNSAFE_AT_HOME, S2, ABUSE",
        "EATING_DISORDER_SIGNS, S2, EATING_DISORDER",
        "PREGNANCY_BLEEDING, S2, PREGNANCY",
        "SEVERE_PAIN, S2, MEDICAL",
        "HOPELESS, S2, LOW_MOOD",
        "FEVER, S1, MEDICAL",
        "ILLNESS_BELOW_NECK, S1, MEDICAL"
    })
    void aTickedBoxHasItsLevel(Flag flag, SafetyLevel level, SafetyTopic topic) {
        assertThat(of(new StructuredSigns(List.of(), null, Set.of(flag))))
                .extracting(TriageResult::level, TriageResult::topic)
                .containsExactly(level, topic);
    }

    @Test
    void theGravestAnswerWins() {
        assertThat(of(new StructuredSigns(List.of(), 130, EnumSet.allOf(Flag.class)))
                        .level())
                .isEqualTo(SafetyLevel.S3);
    }

    private static TriageResult ofMoods(@Nullable Integer... moods) {
        return of(new StructuredSigns(Arrays.asList(moods), null, Set.of()));
    }

    private static TriageResult ofHeartRate(int rate) {
        return of(new StructuredSigns(List.of(), rate, Set.of()));
    }

    private static TriageResult of(StructuredSigns signs) {
        return StructuredTriage.assess(signs);
    }
}
