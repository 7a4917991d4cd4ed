package dev.trellis.interventions.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How percentages are said. */
class WholePercentTest {

    @ParameterizedTest
    @CsvSource({"0.00, 0", "0.20, 1", "33.33, 33", "57.14, 57", "66.50, 67", "99.64, 99", "100.00, 100"})
    void isWholeAndPromisesNeitherAllNorNothing(BigDecimal stored, int said) {
        assertThat(WholePercent.of(stored)).isEqualTo(said);
    }
}
