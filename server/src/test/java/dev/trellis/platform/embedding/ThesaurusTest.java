package dev.trellis.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThesaurusTest {
    private final Thesaurus thesaurus = new Thesaurus(Concepts.parse(Stream.of(
            "# a comment",
            "pain/pain: pain, ache",
            "cycle/pain: period pain",
            "~people/work: job",
            "phone/phone: =mobile, telephone",
            "ignore/ignore: no pain no gain",
            "cycle/pain > pain/pain")));

    @Test
    void aPhraseUsesUpItsWords() {
        assertThat(thesaurus.concepts("period pain").keySet()).isEqualTo(Set.of("cycle/pain"));
        assertThat(thesaurus.concepts("period of great pain").keySet()).isEqualTo(Set.of("cycle/pain"));
        assertThat(thesaurus.concepts("period pain and an ache").keySet()).isEqualTo(Set.of("cycle/pain", "pain/pain"));
        assertThat(thesaurus.concepts("no pain no gain")).isEmpty();
    }

    @Test
    void inflectionsCountAndExactTermsDoNotInflect() {
        assertThat(thesaurus.concepts("aching aches")).containsKey("pain/pain");
        assertThat(thesaurus.concepts("mobile")).containsKey("phone/phone");
        assertThat(thesaurus.concepts("mobility")).isEmpty();
    }

    @Test
    void repetitionCountsByItsLogarithmAndFaintConceptsLess() {
        assertThat(thesaurus.concepts("pain").get("pain/pain")).isCloseTo(1, within(1e-9));
        assertThat(thesaurus.concepts("pain pain pain").get("pain/pain")).isCloseTo(1 + Math.log(3), within(1e-9));
        assertThat(thesaurus.concepts("job").get("people/work")).isLessThan(0.5);
    }

    @Test
    void relatedConceptsGetAShare() {
        assertThat(thesaurus.conceptsAndRelated("period pain").get("pain/pain")).isBetween(0.1, 0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "telephon, telephone, true",
        "telephonne, telephone, true",
        "telepohne, telephone, true",
        "talephone, telephone, true",
        "telly, telephone, false",
        "elephone, telephone, true",
        "telepone2, telephone, false"
    })
    void oneSlipOfTheKeyboardIsForgiven(String written, String meant, boolean near) {
        assertThat(Spelling.oneSlipApart(written, meant)).isEqualTo(near);
    }

    @Test
    void shortWordsAreTakenAsWritten() {
        assertThat(new Spelling(Set.of("bread", "telephone")).meant("breed")).isEqualTo("breed");
        assertThat(new Spelling(Set.of("bread", "telephone")).meant("telefone")).isEqualTo("telefone");
        assertThat(new Spelling(Set.of("bread", "telephone")).meant("telphone")).isEqualTo("telephone");
    }
}
