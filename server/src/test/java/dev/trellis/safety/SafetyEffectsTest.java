package dev.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.safety.SafetyEffects.Feature;
import dev.trellis.safety.SafetyEffects.Resumption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each level does to the rest of the server (domain 13.5). */
class SafetyEffectsTest {

    @ParameterizedTest
    @EnumSource
    void urgentDangerSuspendsAndFreezesUntilThePersonIsSafe(SafetyTopic topic) {
        var effects = SafetyEffects.of(SafetyLevel.S2, topic);
        assertThat(effects.suspendsRecommendations()).isTrue();
        assertThat(effects.restsProgram()).isTrue();
        assertThat(effects.protectsStreak()).isTrue();
        assertThat(effects.opensEvent()).isTrue();
        assertThat(effects.nudgeFreeze()).isEqualTo(Duration.ofDays(3));
        assertThat(effects.resumption()).isEqualTo(Resumption.PERSON_CONFIRMS_SAFE);
    }

    @ParameterizedTest
    @CsvSource({
        "CARDIAC, CLINICIAN_OR_STAFF_CLEARS",
        "EATING_DISORDER, CLINICIAN_OR_STAFF_CLEARS",
        "STROKE, CLINICIAN_OR_STAFF_CLEARS",
        "SUICIDE, PERSON_CONFIRMS_SAFE",
        "ABUSE, PERSON_CONFIRMS_SAFE"
    })
    void anEmergencyOfTheBodyEndsOnlyWithAClearance(SafetyTopic topic, Resumption resumption) {
        assertThat(SafetyEffects.of(SafetyLevel.S3, topic).resumption()).isEqualTo(resumption);
    }

    @Test
    void anAppointmentPausesOnlyWhatIsRelated() {
        var cut = SafetyEffects.of(SafetyLevel.S1, SafetyTopic.WEIGHT_CUT);
        assertThat(cut.pausedFeatures()).containsExactly(Feature.CALORIE_AND_WEIGHT_TARGETS);
        assertThat(cut.suspendsRecommendations()).isFalse();
        assertThat(cut.nudgeFreeze()).isZero();
        assertThat(SafetyEffects.of(SafetyLevel.S1, SafetyTopic.SUICIDE).pausedFeatures())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingFoundChangesNothing(SafetyTopic topic) {
        var effects = SafetyEffects.of(SafetyLevel.S0, topic);
        assertThat(effects.opensEvent()).isFalse();
        assertThat(effects.resumption()).isEqualTo(Resumption.NOTHING_TO_RESUME);
    }

    @Test
    void worryAboutAnotherPersonLeavesTheWritersPlanAlone() {
        var other = TriageResult.of(
                SafetyLevel.S3, SafetyTopic.CARDIAC, SafetySubject.OTHER, SafetyTense.NOW, SafetyLayer.LEXICON);
        assertThat(SafetyEffects.of(other)).isEqualTo(SafetyEffects.of(SafetyLevel.S0, SafetyTopic.NONE));
    }
}
