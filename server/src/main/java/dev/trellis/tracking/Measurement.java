package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a body at one time; at least one of them.
 *
 * @param day the person's own day of that moment, as it was when it was written down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measurement(
        UUID id,
        Instant measuredAt,
        LocalDate day,
        @Nullable BigDecimal weightKg,
        @Nullable BigDecimal bodyFatPercent,
        @Nullable BodyFatMethod bodyFatMethod,
        @Nullable BigDecimal waistCm,
        @Nullable BigDecimal hipCm,
        @Nullable BigDecimal chestCm,
        @Nullable BigDecimal thighCm,
        @Nullable BigDecimal upperArmCm) {
    /** Which measurement, and nothing of what was measured. */
    @Override
    public String toString() {
        return "Measurement[" + id + "]";
    }
}
