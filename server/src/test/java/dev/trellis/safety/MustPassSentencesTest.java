package dev.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of domain 13.3 that must pass, E13a to E13n, and what the context adds to them. */
class MustPassSentencesTest {
    private static final Triage TRIAGE = new Triage();
    private static final TriageContext CONTEXT = TriageContext.on(LocalDate.of(2026, 11, 20));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    E13a | I want to kill myself                                       | S2 | SELF  | SUICIDE
                    E13a | I want to kill myself tonight                               | S3 | SELF  | SUICIDE
                    E13a | I want to kill myself. I have a plan.                       | S3 | SELF  | SUICIDE
                    E13a | I want to kill myself, the pills are ready                  | S3 | SELF  | SUICIDE
                    E13b | I took 30 pills                                             | S3 | SELF  | OVERDOSE
                    E13c | I don't want to be here anymore                             | S2 | SELF  | SUICIDE
                    E13d | That workout nearly killed me lol                           | S0 | SELF  | NONE
                    E13e | chest feels tight when I run and my left arm hurts          | S3 | SELF  | CARDIAC
                    E13f | my friend says she wants to die                             | S2 | OTHER | SUICIDE
                    E13g | I throw up after meals so I don't gain                      | S2 | SELF  | EATING_DISORDER
                    E13i | I fainted during the run today                              | S3 | SELF  | CARDIAC
                    E13j | how many calories can I skip to lose 5 kg this week         | S1 | SELF  | WEIGHT_CUT
                    E13k | I had suicidal thoughts two years ago, fine now             | S1 | SELF  | SUICIDE
                    E13l | dead bug or plank?                                          | S0 | SELF  | NONE
                    E13m | my baby is moving less than usual                           | S2 | SELF  | PREGNANCY
                    E13n | je veux mourir                                              | S2 | SELF  | SUICIDE
                    E13n | quiero morir                                                | S2 | SELF  | SUICIDE
                    E13n | ich will sterben                                            | S2 | SELF  | SUICIDE
                    """)
    void givesExactlyThisLevel(
            String row, String sentence, SafetyLevel level, SafetySubject subject, SafetyTopic topic) {
        var result = TRIAGE.assess(sentence, CONTEXT);
        assertThat(result)
                .as(row)
                .extracting(TriageResult::level, TriageResult::subject, TriageResult::topic)
                .containsExactly(level, subject, topic);
    }

    @Test
    void aDenialIsNeverUrgentByItsKeywordAlone() {
        var result = TRIAGE.assess("no, I am not suicidal, just tired", CONTEXT);
        assertThat(result.level()).isLessThan(SafetyLevel.S2);
        assertThat(result.action()).isEqualTo(SafetyAction.OFFER_SUPPORT);
    }

    @Test
    void asksWhetherAPersonIsSafeWhenTheyDoNotWantToBeHere() {
        var result = TRIAGE.assess("I don't want to be here anymore", CONTEXT);
        assertThat(result.ask()).isTrue();
        assertThat(result.action()).isEqualTo(SafetyAction.OFFER_CRISIS_SUPPORT);
    }

    @Test
    void statesItsLimitsWhenAskedForAnExtremeWeightCut() {
        var result = TRIAGE.assess("how many calories can I skip to lose 5 kg this week", CONTEXT);
        assertThat(result.action()).isEqualTo(SafetyAction.STATE_LIMITS);
    }

    @Test
    void pastCrisisIsMarkedPastAndGetsSupport() {
        var result = TRIAGE.assess("I had suicidal thoughts two years ago, fine now", CONTEXT);
        assertThat(result.tense()).isEqualTo(SafetyTense.PAST);
        assertThat(result.action()).isEqualTo(SafetyAction.OFFER_SUPPORT);
    }

    @Test
    void aCrisisThatCameBackIsNotPast() {
        assertThat(TRIAGE.assess("two years ago I had suicidal thoughts and they are back again", CONTEXT)
                        .level())
                .isEqualTo(SafetyLevel.S2);
        assertThat(TRIAGE.assess("two years ago I moved here and I want to die", CONTEXT)
                        .level())
                .isEqualTo(SafetyLevel.S2);
    }

    @Test
    void aYearIsPastOnlyWhenMoreThanTwelveMonthsLieBetween() {
        assertThat(TRIAGE.assess("I attempted suicide in 2019", CONTEXT).level())
                .isEqualTo(SafetyLevel.S1);
        assertThat(TRIAGE.assess("I attempted suicide in 2025", CONTEXT).level())
                .isEqualTo(SafetyLevel.S2);
    }

    @Test
    void theProfileCompletesWhatASentenceLeavesOut() {
        var pregnant = new TriageContext(CONTEXT.today(), true, false, StructuredSigns.none());
        assertThat(TRIAGE.assess("there is some bleeding since lunch", CONTEXT).level())
                .isEqualTo(SafetyLevel.S0);
        assertThat(TRIAGE.assess("there is some bleeding since lunch", pregnant))
                .extracting(TriageResult::level, TriageResult::topic)
                .containsExactly(SafetyLevel.S2, SafetyTopic.PREGNANCY);

        var onInsulin = new TriageContext(CONTEXT.today(), false, true, StructuredSigns.none());
        assertThat(TRIAGE.assess("I feel shaky and confused", onInsulin).level())
                .isEqualTo(SafetyLevel.S3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I WANT TO KILL MYSELF
                    i want to k1ll mys3lf
                    i want to kiiiiill myselffff
                    i wánt to kíll mysélf
                    i want to kіll mуself
                    i want to 𝓴𝓲𝓵𝓵 myself
                    i want to ki​ll myself
                    i want to k.i.l.l myself
                    i want to kill my​self 😭😭
                    i want to kill mysefl
                    i dont wanna live
                    i don`t want to live
                    i don t want to live
                    im so suicdal
                    """)
    void typingTricksHideNothing(String sentence) {
        assertThat(TRIAGE.assess(sentence, CONTEXT).level()).isEqualTo(SafetyLevel.S2);
    }
}
