package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a day was; everything optional, null where nothing was said.
 *
 * @param mood 1 (bad) to 5 (good)
 * @param sleepHours hours slept in the night before, 0 to 24
 * @param stress 1 (calm) to 5 (overwhelmed)
 * @param energy 1 (none) to 5 (full)
 * @param pain 0 (none) to 10 (worst imaginable)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContextDay(
        @Nullable @Min(1) @Max(5) Integer mood,

        @Nullable @DecimalMin("0") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
        BigDecimal sleepHours,

        @Nullable @Min(1) @Max(5) Integer stress,
        @Nullable @Min(1) @Max(5) Integer energy,
        @Nullable @Min(0) @Max(10) Integer pain) {}
