package dev.trellis.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.vectors.WorkedExamples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trend that a new weight is held against (domain 01.3). */
class WeightTrendTest {
    private static final LocalDate BEGINNING = LocalDate.parse("2026-11-01");

    static Stream<WorkedExamples> vectors() {
        return WorkedExamples.of("weight_trend");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void followsTheWorkedExamples(WorkedExamples vector) {
        var weighings = new ArrayList<Weighing>();
        var position = 0;
        for (var point : vector.inputs().path("points")) {
            weighings.add(new Weighing(
                    BEGINNING.plusDays(point.path(0).asInt()), point.path(1).asDouble()));
            assertThat(WeightTrend.of(weighings).getLast().kg())
                    .isCloseTo(vector.expected().path(position++).asDouble(), within(vector.tolerance()));
        }
    }

    @Test
    void doubtsWhatIsMoreThanThreePercentAway() {
        var trend = new WeightTrend(BEGINNING, 80);

        assertThat(trend.doubts(82.4)).isFalse();
        assertThat(trend.doubts(82.5)).isTrue();
        assertThat(trend.doubts(77.6)).isFalse();
        assertThat(trend.doubts(77.5)).isTrue();
        assertThat(WeightTrend.of(List.of())).isEmpty();
    }
}
