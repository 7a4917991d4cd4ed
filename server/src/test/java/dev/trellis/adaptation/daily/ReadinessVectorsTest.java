package dev.trellis.adaptation.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.vectors.WorkedExamples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadinessVectorsTest {
    private static final List<Double> LOGARITHMS =
            List.of(4.2, 4.3, 4.1, 4.25, 4.15, 4.2, 4.3, 4.1, 4.25, 4.15, 4.2, 4.3, 4.1, 4.2);

    static Stream<WorkedExamples> readiness() {
        return WorkedExamples.of("readiness");
    }

    static Stream<WorkedExamples> band() {
        return WorkedExamples.of("effective_band");
    }

    @ParameterizedTest
    @MethodSource("readiness")
    void readinessWeighsWhatIsKnown(WorkedExamples example) {
        var inputs = example.inputs();
        var context = new DayContext(
                number(inputs, "sleep_h"),
                answer(inputs, "sleep_q"),
                answer(inputs, "soreness"),
                answer(inputs, "fatigue"),
                answer(inputs, "stress"),
                answer(inputs, "mood"),
                Illness.NONE,
                Map.of());
        var readiness = Readiness.of(context, number(inputs, "z_hrv"), number(inputs, "z_rhr"), List.of());
        var expected = example.expected();
        assertThat(Readiness.coverage(context, number(inputs, "z_hrv"), number(inputs, "z_rhr")))
                .isCloseTo(expected.path("cov").asDouble(), within(example.tolerance()));
        assertThat(readiness.isEmpty()).isEqualTo(expected.path("R").isNull());
        readiness.ifPresent(known -> {
            assertThat(known.value()).isCloseTo(expected.path("R").asDouble(), within(example.tolerance()));
            assertThat(known.band()).isEqualTo(band(expected.path("band")));
        });
    }

    @ParameterizedTest
    @MethodSource("band")
    void theBandIsCorrectedForThePerson(WorkedExamples example) {
        assertThat(ReadinessBand.of(example.inputs().path("R").asDouble(), number(example.inputs(), "zR")))
                .isEqualTo(band(example.expected()));
    }

    @ParameterizedTest(name = "E5.3g: coverage {0} over {1} days")
    @CsvSource({"1.0, 28, 1.0", "0.85, 7, 0.425", "0.85, 14, 0.85"})
    void confidenceGrowsWithDays(double coverage, int days, double expected) {
        assertThat(Readiness.confidence(coverage, days)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aBaselineNeedsFourteenDays() {
        assertThat(Baseline.z(4.05, LOGARITHMS, 0.05)).isCloseTo(-2.0442, within(1e-4));
        assertThat(Baseline.z(4.05, LOGARITHMS.subList(0, 13), 0.05)).isNull();
        var variability = LOGARITHMS.stream().map(Math::exp).toList();
        var low = Collections.nCopies(3, Math.exp(4.05));
        assertThat(Baseline.ofVariability(low, variability)).isCloseTo(-2.0442, within(1e-4));
        assertThat(Baseline.ofVariability(low.subList(0, 2), variability)).isNull();
    }

    @Test
    void aVerySteadyHeartIsNotTakenTooExactly() {
        var steady = new ArrayList<Double>();
        for (var i = 0; i < 14; i++) {
            steady.add(i % 2 == 0 ? 54.5 : 55.5);
        }
        assertThat(Baseline.ofHeartRate(57.0, steady)).isCloseTo(2.0, within(1e-9));
        assertThat(Baseline.ofHeartRate(null, steady)).isNull();
    }

    @Test
    void aTypingErrorDoesNotWidenTheBaseline() {
        var withError = new ArrayList<>(LOGARITHMS);
        withError.add(42.0);
        assertThat(Baseline.z(4.05, withError, 0.05)).isCloseTo(-2.0442, within(1e-4));
    }

    private static @Nullable ReadinessBand band(JsonNode node) {
        return node.isNull() ? null : ReadinessBand.valueOf(node.asText().toUpperCase(Locale.ROOT));
    }

    private static @Nullable Double number(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asDouble() : null;
    }

    private static @Nullable Integer answer(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asInt() : null;
    }
}
