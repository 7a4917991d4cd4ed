package dev.trellis.assessment.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.assessment.form.Reading.Passed;
import dev.trellis.assessment.form.Reading.Told;
import dev.trellis.assessment.form.Reading.Wrong;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldReaderTest {
    private static final List<Option> COLOURS =
            List.of(Option.none("None"), new Option("red", "Red"), new Option("blue", "Blue"));
    private static final Field TEXT = Field.text("text", "Text", "", 10);
    private static final Field TEXTS = Field.texts("texts", "Texts", "", 2, 10);
    private static final Field CHOICE = Field.choice("choice", "Choice", "", COLOURS);
    private static final Field CHOICES = Field.choices("choices", "Choices", "", COLOURS);
    private static final Field YES_NO = Field.of(FieldKind.YES_NO, "yes_no", "Yes?", "");
    private static final Field WHOLE = Field.number("whole", "Whole", "", 1, 240, 0);
    private static final Field DECIMAL = Field.number("decimal", "Decimal", "", 50, 272, 1);
    private static final Field DATE = Field.between(FieldKind.DATE, "date", "Date", "", "1900-01-02", "2026-11-16");
    private static final Field TIME = Field.between(FieldKind.TIME, "time", "Time", "", "00:00", "12:00");
    private static final Field ZONE = Field.of(FieldKind.ZONE, "zone", "Zone", "");
    private static final Field COUNTRY = Field.of(FieldKind.COUNTRY, "country", "Country", "");
    private static final List<Field> ALL =
            List.of(TEXT, TEXTS, CHOICE, CHOICES, YES_NO, WHOLE, DECIMAL, DATE, TIME, ZONE, COUNTRY);

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(TEXT, "  Ana ", "Ana"),
                Arguments.of(TEXT, List.of("Ana"), "Ana"),
                Arguments.of(TEXTS, List.of("a", " ", "b", "a"), List.of("a", "b")),
                Arguments.of(TEXTS, "knee", List.of("knee")),
                Arguments.of(CHOICE, "red", "red"),
                Arguments.of(CHOICES, List.of("red", "blue"), List.of("red", "blue")),
                Arguments.of(CHOICES, List.of("none"), List.of("none")),
                Arguments.of(YES_NO, true, true),
                Arguments.of(YES_NO, "false", false),
                Arguments.of(WHOLE, 240, 240),
                Arguments.of(WHOLE, "1", 1),
                Arguments.of(WHOLE, 20.0, 20),
                Arguments.of(DECIMAL, "172.5", new BigDecimal("172.5")),
                Arguments.of(DATE, "1990-03-21", "1990-03-21"),
                Arguments.of(DATE, "2026-11-16", "2026-11-16"),
                Arguments.of(TIME, "12:00", "12:00"),
                Arguments.of(ZONE, "Europe/Madrid", "Europe/Madrid"),
                Arguments.of(COUNTRY, "ES", "ES"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsWhatApiAndFormsSend(Field field, Object raw, Object value) {
        assertThat(FieldReader.read(field, raw)).isEqualTo(new Told(value));
    }

    static Stream<Arguments> noAnswers() {
        return Stream.of(
                Arguments.of(TEXT, "eleven char"),
                Arguments.of(TEXT, 5),
                Arguments.of(TEXT, List.of("a", "b")),
                Arguments.of(TEXT, Map.of("a", "b")),
                Arguments.of(TEXTS, List.of("a", "b", "c")),
                Arguments.of(TEXTS, List.of("eleven char")),
                Arguments.of(TEXTS, List.of(List.of("a"))),
                Arguments.of(CHOICE, "green"),
                Arguments.of(CHOICE, List.of("red", "blue")),
                Arguments.of(CHOICES, List.of("red", "green")),
                Arguments.of(CHOICES, List.of("red", "none")),
                Arguments.of(YES_NO, "perhaps"),
                Arguments.of(YES_NO, 1),
                Arguments.of(WHOLE, 0),
                Arguments.of(WHOLE, 241),
                Arguments.of(WHOLE, 1.5),
                Arguments.of(WHOLE, "many"),
                Arguments.of(WHOLE, true),
                Arguments.of(WHOLE, Double.NaN),
                Arguments.of(WHOLE, "1e999999999"),
                Arguments.of(WHOLE, "1e-999999999"),
                Arguments.of(DECIMAL, "172.55"),
                Arguments.of(DATE, "1900-01-01"),
                Arguments.of(DATE, "2026-11-17"),
                Arguments.of(DATE, "21.3.1990"),
                Arguments.of(DATE, "2025-02-29"),
                Arguments.of(TIME, "12:01"),
                Arguments.of(TIME, "24:00"),
                Arguments.of(TIME, "6:30"),
                Arguments.of(TIME, "06:30:15"),
                Arguments.of(ZONE, "Mars/Olympus"),
                Arguments.of(COUNTRY, "es"),
                Arguments.of(COUNTRY, "XX"));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void saysWhatWouldBeAnAnswer(Field field, Object raw) {
        assertThat(FieldReader.read(field, raw))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.why()).endsWith("."));
    }

    @Test
    void whatIsBlankIsPassedUnlessItIsRequired() {
        for (var field : ALL) {
            for (var blank : Arrays.asList(null, "", "  ", List.of(), List.of(" "))) {
                assertThat(FieldReader.read(field, blank)).as(field.key()).isInstanceOf(Passed.class);
                assertThat(FieldReader.read(field.asRequired(), blank))
                        .as(field.key())
                        .isInstanceOf(Wrong.class);
            }
        }
    }

    /** Whatever is read is stored and read again when a page sends it back. */
    @Property(tries = 500)
    void whateverIsSentIsReadOrRefusedAndWhatWasReadReadsTheSame(@ForAll("raw") @Nullable Object raw) {
        for (var field : ALL) {
            if (FieldReader.read(field, raw) instanceof Told(var value)) {
                assertThat(FieldReader.read(field, value)).isEqualTo(new Told(value));
            }
        }
    }

    @Provide
    Arbitrary<Object> raw() {
        var atoms = Arbitraries.<Object>oneOf(
                Arbitraries.strings().ofMaxLength(12).map(text -> (Object) text),
                Arbitraries.of("red", "none", "true", "12", "172.5", "2000-01-01", "07:15", "UTC", "DE"),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.integers().between(-10, 300).map(number -> (Object) number),
                Arbitraries.of(true, false));
        return Arbitraries.<Object>oneOf(
                atoms, atoms.list().ofMaxSize(4).map(list -> (Object) list), Arbitraries.of(Map.of("a", 1)));
    }
}
