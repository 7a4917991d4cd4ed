package dev.trellis.tracking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done, as somebody tells it.
 *
 * @param startedAt absent for what ends now
 * @param durationS seconds, at most a week
 * @param rpe effort of the whole session, 0 (none) to 10 (all there is)
 */
public record NewActivity(
        @NotNull ActivityType type,
        @Nullable Instant startedAt,
        @NotNull @Min(1) @Max(604800) Integer durationS,

        @Nullable @DecimalMin("0") @DecimalMax("2000000") @Digits(integer = 7, fraction = 1)
        BigDecimal distanceM,

        @Nullable @DecimalMin("0") @DecimalMax("50000") @Digits(integer = 5, fraction = 1)
        BigDecimal elevationGainM,

        @Nullable @Min(0) @Max(10) Integer rpe,
        @Nullable @Min(25) @Max(250) Integer averageHeartRate,
        @Nullable @Min(25) @Max(250) Integer maxHeartRate,
        @Nullable @Min(0) @Max(50000) Integer energyKcal,
        @Nullable @Size(min = 1, max = 50) List<@NotNull @Valid DoneExercise> exercises,
        @Nullable @Size(max = 2000) String notes) {
    /** The one that is the activity already. */
    public static NewActivity of(Activity activity) {
        return new NewActivity(
                activity.type(),
                activity.startedAt(),
                activity.durationS(),
                activity.distanceM(),
                activity.elevationGainM(),
                activity.rpe(),
                activity.averageHeartRate(),
                activity.maxHeartRate(),
                activity.energyKcal(),
                activity.exercises(),
                activity.notes());
    }
}
