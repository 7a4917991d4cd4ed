package dev.trellis.tracking;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a body, as somebody tells them; at least one.
 *
 * @param measuredAt absent for now
 * @param confirmed that a weight far from the trend is right all the same
 */
public record NewMeasurement(
        @Nullable Instant measuredAt,

        @Nullable @DecimalMin("20") @DecimalMax("400") @Digits(integer = 3, fraction = 1)
        BigDecimal weightKg,

        @Nullable @DecimalMin("2") @DecimalMax("70") @Digits(integer = 2, fraction = 1)
        BigDecimal bodyFatPercent,

        @Nullable BodyFatMethod bodyFatMethod,

        @Nullable @DecimalMin("20") @DecimalMax("300") @Digits(integer = 3, fraction = 1)
        BigDecimal waistCm,

        @Nullable @DecimalMin("20") @DecimalMax("300") @Digits(integer = 3, fraction = 1)
        BigDecimal hipCm,

        @Nullable @DecimalMin("20") @DecimalMax("300") @Digits(integer = 3, fraction = 1)
        BigDecimal chestCm,

        @Nullable @DecimalMin("10") @DecimalMax("200") @Digits(integer = 3, fraction = 1)
        BigDecimal thighCm,

        @Nullable @DecimalMin("5") @DecimalMax("150") @Digits(integer = 3, fraction = 1)
        BigDecimal upperArmCm,

        @Nullable Boolean confirmed) {
    boolean isEmpty() {
        return Stream.of(weightKg, bodyFatPercent, waistCm, hipCm, chestCm, thighCm, upperArmCm)
                .allMatch(Objects::isNull);
    }
}
