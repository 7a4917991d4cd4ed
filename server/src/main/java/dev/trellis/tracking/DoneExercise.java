package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The working sets that were done of one exercise, in their order. */
public record DoneExercise(
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9_]{0,59}", message = "is the id of an exercise, such as goblet_squat")
        @Schema(examples = "goblet_squat")
        String exerciseId,

        @NotNull @Size(min = 1, max = 30) List<@NotNull @Valid DoneSet> sets) {
    /**
     * One set: repetitions, or seconds where it is held.
     *
     * @param loadKg absent without a load
     * @param rir how many more repetitions there would have been
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DoneSet(
            @Nullable @Min(0) @Max(500) Integer reps,
            @Nullable @Min(1) @Max(7200) Integer seconds,

            @Nullable @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 2)
            BigDecimal loadKg,

            @Nullable @Min(0) @Max(10) Integer rir) {}
}
