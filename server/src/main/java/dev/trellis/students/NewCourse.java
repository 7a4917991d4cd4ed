package dev.trellis.students;

import dev.trellis.platform.KnownZone;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A course to be taught.
 *
 * @param passMark of 100; 50 when absent
 * @param credits what it counts for the load of a student; it counts for nothing when absent
 */
public record NewCourse(
        @Nullable @Size(min = 1, max = 255) String sourceId,
        @Nullable @Size(max = 50) String code,
        @NotBlank @Size(max = 200) String title,
        @NotNull LocalDate startDate,
        @NotNull LocalDate endDate,
        @NotNull @KnownZone String timeZone,

        @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal passMark,

        @Nullable @DecimalMin("0") @DecimalMax("1000") BigDecimal credits) {}
