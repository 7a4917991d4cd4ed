package dev.trellis.students;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something students are asked to do, named as the other system names it; sent again, it replaces what was there.
 *
 * @param dueOn with it, the item counts for submissions once the days of grace are over
 * @param weight of its grade among the others; 1 when absent
 * @param cognitivePotential the deepest it allows: 1 view, 2 hand in, 3 see feedback, 4 answer it, 5 hand in again
 * @param socialPotential the broadest it allows: 1 alone, 2 with one other, up to 5 with four or more
 */
public record CourseItem(
        @NotBlank @Size(max = 255) String sourceId,
        @Nullable @Size(max = 200) String title,
        @Nullable LocalDate availableOn,
        @Nullable LocalDate dueOn,
        @Nullable @Min(0) @Max(60) Integer graceDays,

        @Nullable @DecimalMin("0.001") @DecimalMax("9999") BigDecimal weight,

        @Nullable @Min(1) @Max(5) Integer cognitivePotential,
        @Nullable @Min(1) @Max(5) Integer socialPotential) {}
