package dev.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text. */
class TriagePropertiesTest {
    private static final Triage TRIAGE = new Triage();
    private static final TriageContext CONTEXT = TriageContext.on(LocalDate.of(2026, 11, 20));

    @Property
    void addingACrisisSentenceToAnyHarmlessTextNeverHidesIt(
            @ForAll("harmless") List<ReviewedSentence> harmless,
            @ForAll("crises") ReviewedSentence crisis,
            @ForAll("ends") String end) {
        var before = joined(harmless, end);
        assertThat(level(before + end + crisis.text())).isGreaterThanOrEqualTo(level(crisis.text()));
        assertThat(level(crisis.text() + end + before)).isGreaterThanOrEqualTo(level(crisis.text()));
    }

    @Property
    void addingACrisisToAnyCharactersAtAllNeverHidesIt(
            @ForAll String noise, @ForAll("crises") ReviewedSentence crisis) {
        assertThat(level(noise + ". " + crisis.text())).isGreaterThanOrEqualTo(level(crisis.text()));
    }

    @Property
    void moreSentencesNeverLowerTheLevel(@ForAll("any") List<ReviewedSentence> sentences, @ForAll("ends") String end) {
        var all = level(joined(sentences, end));
        assertThat(sentences).allSatisfy(sentence -> assertThat(all).isGreaterThanOrEqualTo(level(sentence.text())));
    }

    @Property
    void caseDoesNotMatter(@ForAll("one") ReviewedSentence sentence) {
        var expected = TRIAGE.assess(sentence.text(), CONTEXT);
        assertThat(TRIAGE.assess(sentence.text().toUpperCase(Locale.ROOT), CONTEXT))
                .isEqualTo(expected);
        assertThat(TRIAGE.assess(sentence.text().toLowerCase(Locale.ROOT), CONTEXT))
                .isEqualTo(expected);
    }

    @Property
    void whitespaceDoesNotMatter(@ForAll("one") ReviewedSentence sentence, @ForAll("spaces") String space) {
        assertThat(TRIAGE.assess(space + sentence.text().replace(" ", space) + space, CONTEXT))
                .isEqualTo(TRIAGE.assess(sentence.text(), CONTEXT));
    }

    @Property
    void accentsDoNotMatter(@ForAll("one") ReviewedSentence sentence) {
        var expected = TRIAGE.assess(sentence.text(), CONTEXT);
        var apart = Normalizer.normalize(sentence.text(), Normalizer.Form.NFD);
        assertThat(TRIAGE.assess(apart, CONTEXT)).isEqualTo(expected);
        assertThat(TRIAGE.assess(apart.replaceAll("\\p{Mn}", ""), CONTEXT)).isEqualTo(expected);
    }

    @Property
    void structuredAnswersNeverLowerTheLevelOfAText(
            @ForAll("one") ReviewedSentence sentence, @ForAll StructuredSigns.Flag flag) {
        var signs = new StructuredSigns(List.of(), null, Set.of(flag));
        var level = TRIAGE.assess(sentence.text(), new TriageContext(CONTEXT.today(), false, false, signs))
                .level();
        assertThat(level).isGreaterThanOrEqualTo(level(sentence.text()));
        assertThat(level).isGreaterThanOrEqualTo(TRIAGE.assess(signs).level());
    }

    @Provide
    Arbitrary<ReviewedSentence> one() {
        return Arbitraries.of(ReviewedSentence.all());
    }

    @Provide
    Arbitrary<List<ReviewedSentence>> any() {
        return one().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<ReviewedSentence>> harmless() {
        return one().filter(sentence -> sentence.level() == SafetyLevel.S0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<ReviewedSentence> crises() {
        return one().filter(sentence -> sentence.level().atLeast(SafetyLevel.S2));
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of(". ", "! ", "? ", "; ", "\n", "\n\n", ".\n", "… ");
    }

    @Provide
    Arbitrary<String> spaces() {
        return Arbitraries.of("  ", "\t", "\u00a0", " \u2003 ", "\u3000");
    }

    private static String joined(List<ReviewedSentence> sentences, String end) {
        return String.join(end, sentences.stream().map(ReviewedSentence::text).toList());
    }

    private static SafetyLevel level(String text) {
        return TRIAGE.assess(text, CONTEXT).level();
    }
}
