package dev.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads (domain 13.4). */
class SafetyMessagesTest {
    private static final SafetyMessages MESSAGES = new SafetyMessages(CrisisContacts.builtIn());
    private static final TriageResult SUICIDAL = result(SafetyLevel.S2, SafetyTopic.SUICIDE, SafetySubject.SELF);

    static Stream<TriageResult> everyFinding() {
        return Stream.of(SafetyLevel.S1, SafetyLevel.S2, SafetyLevel.S3)
                .flatMap(level -> Stream.of(SafetyTopic.values())
                        .flatMap(topic -> Stream.of(SafetySubject.values())
                                .flatMap(subject -> Stream.of(
                                        result(level, topic, subject),
                                        result(level, topic, subject).asking()))));
    }

    @ParameterizedTest
    @MethodSource("everyFinding")
    void everyFindingHasATextInEveryLanguageWithNothingLeftToFillIn(TriageResult finding) {
        for (var language : Stream.of("en", "de", "fr", "es", "pt").toList()) {
            assertThat(MESSAGES.text(finding, null, Locale.of(language)))
                    .isNotBlank()
                    .doesNotContain("{", "}");
        }
    }

    @ParameterizedTest
    @MethodSource("everyFinding")
    void whateverIsUrgentEndsInAQuestionAndAnEmergencyAsksNone(TriageResult finding) {
        var text = MESSAGES.text(finding, "US", Locale.ENGLISH);
        if (finding.level() == SafetyLevel.S2) {
            assertThat(text).contains("?").contains("911");
        }
        if (finding.level() == SafetyLevel.S3) {
            assertThat(text).doesNotContain("?").contains("911");
        }
    }

    @Test
    void namesTheLineOfTheCountry() {
        assertThat(MESSAGES.text(SUICIDAL, "US", Locale.ENGLISH)).contains("988", "911");
        assertThat(MESSAGES.text(SUICIDAL, "nz", Locale.ENGLISH)).contains("1737", "111");
        assertThat(MESSAGES.text(SUICIDAL, "AU", Locale.ENGLISH)).contains("13 11 14", "000");
    }

    @Test
    void anUnknownCountryGetsTheGenericText() {
        assertThat(MESSAGES.text(SUICIDAL, null, Locale.ENGLISH))
                .contains("your local emergency number", "findahelpline.com");
        assertThat(MESSAGES.text(SUICIDAL, "ZZ", Locale.ENGLISH)).contains("findahelpline.com");
    }

    @Test
    void aCountryWithoutALineKeepsItsEmergencyNumber() {
        assertThat(MESSAGES.text(SUICIDAL, "PT", Locale.ENGLISH)).contains("112", "findahelpline.com");
    }

    @Test
    void nothingFoundMeansNothingToSay() {
        assertThat(MESSAGES.text(TriageResult.calm(), "US", Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyFinding")
    void neverSpeaksOfFamilyDutyStreaksOrSecrecyPromises(TriageResult finding) {
        assertThat(MESSAGES.text(finding, "US", Locale.ENGLISH))
                .doesNotContainIgnoringCase("think of your family")
                .doesNotContainIgnoringCase("streak")
                .doesNotContainIgnoringCase("your secret")
                .doesNotContainIgnoringCase("you have depression");
    }

    @Test
    void theFooterSaysWhatTrellisIsNot() {
        assertThat(MESSAGES.footer(Locale.ENGLISH)).contains("not medical advice", "under 18");
        assertThat(MESSAGES.nobodyReadsAlong(Locale.GERMAN)).contains("Niemand");
    }

    @Test
    void theContactsThatComeWithTheServerAreAllStillToBeVerified() {
        assertThat(CrisisContacts.builtIn().unverifiedCountries()).contains("US", "DE", "IN");
    }

    private static TriageResult result(SafetyLevel level, SafetyTopic topic, SafetySubject subject) {
        return TriageResult.of(level, topic, subject, SafetyTense.NOW, SafetyLayer.LEXICON);
    }
}
