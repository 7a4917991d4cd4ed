package dev.trellis.tracking;

import dev.trellis.platform.Problem.FieldError;
import java.math.BigDecimal;
import java.util.List;

/** What became of writing down a measurement. */
public sealed interface MeasurementResult {
    /** It is kept. */
    record Kept(Measurement measurement) implements MeasurementResult {}

    /** Some of it cannot be; nothing was kept. */
    record Invalid(List<FieldError> errors) implements MeasurementResult {}

    /** The weight is more than 3 % off the trend of the earlier ones; it is kept once the person confirms it. */
    record Doubtful(BigDecimal weightKg, BigDecimal trendKg) implements MeasurementResult {}
}
