package dev.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred thousand characters made to be slow or to confuse still get an answer. */
class AdversarialTextTest {
    private static final int LENGTH = 100_000;
    private static final Triage TRIAGE = new Triage();
    private static final TriageContext CONTEXT = TriageContext.on(LocalDate.of(2026, 11, 20));

    static Stream<String> hardTexts() {
        return Stream.of(
                        "a",
                        "i ",
                        "not ",
                        "kill ",
                        "want to ",
                        "i want to ",
                        "chest ",
                        "two years ago ",
                        "kms ",
                        "took 30 ",
                        "haven't eaten ",
                        "\"",
                        ". ",
                        "\n",
                        "1",
                        "1 ",
                        "1,1.",
                        "k.i.l.l.",
                        "'",
                        "a'",
                        "@$*",
                        "workout killed me ",
                        "my friend ",
                        "lose 5 kg ",
                        "\u0301",
                        "\u200b",
                        "\ufdfa",
                        "\ud83d",
                        "suicidall",
                        "bleeding not stop ")
                .map(part -> part.repeat(LENGTH / part.length() + 1).substring(0, LENGTH));
    }

    @ParameterizedTest
    @MethodSource("hardTexts")
    void findsTheCrisisAfterAHundredThousandCharacters(String text) {
        assertThat(TRIAGE.assess(text + ". I want to kill myself", CONTEXT).level())
                .isGreaterThanOrEqualTo(SafetyLevel.S2);
    }

    @Test
    void anEmptyTextIsCalm() {
        assertThat(TRIAGE.assess("", CONTEXT)).isEqualTo(TriageResult.calm());
        assertThat(TRIAGE.assess(" \n\t😀", CONTEXT)).isEqualTo(TriageResult.calm());
    }
}
