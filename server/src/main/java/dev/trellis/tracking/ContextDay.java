package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a day was; everything optional, null where nothing was said.
 *
 * @param mood 1 (bad) to 5 (good)
 * @param sleepHours hours slept in the night before, 0 to 24
 * @param stress 1 (calm) to 5 (overwhelmed)
 * @param energy 1 (none) to 5 (full)
 * @param pain 0 (none) to 10 (worst imaginable)
 * @param sleepQuality 1 (very bad) to 5 (very good)
 * @param soreness 1 (none) to 5 (very sore)
 * @param fatigue 1 (none) to 5 (exhausted)
 * @param painRegions 0 to 10, by region; empty for nothing that hurts
 * @param hrvRmssd heart rate variability in ms, as a device gives it
 * @param restingHeartRate beats a minute
 * @param cycleDay day of the menstrual cycle, counted from 1
 * @param unusual travel or anything else that reviews of weight should leave out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContextDay(
        @Nullable @Min(1) @Max(5) Integer mood,

        @Nullable @DecimalMin("0") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
        BigDecimal sleepHours,

        @Nullable @Min(1) @Max(5) Integer stress,
        @Nullable @Min(1) @Max(5) Integer energy,
        @Nullable @Min(0) @Max(10) Integer pain,
        @Nullable @Min(1) @Max(5) Integer sleepQuality,
        @Nullable @Min(1) @Max(5) Integer soreness,
        @Nullable @Min(1) @Max(5) Integer fatigue,
        @Nullable Illness illness,
        @Nullable Map<PainRegion, @NotNull @Min(0) @Max(10) Integer> painRegions,

        @Nullable @DecimalMin("1") @DecimalMax("500") @Digits(integer = 3, fraction = 1)
        BigDecimal hrvRmssd,

        @Nullable @Min(25) @Max(200) Integer restingHeartRate,
        @Nullable @Min(1) @Max(99) Integer cycleDay,
        @Nullable Boolean unusual) {
    /** Nothing said. */
    public static final ContextDay SILENT =
            new ContextDay(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** With these said anew, whatever else was said stays. */
    public ContextDay saying(
            @Nullable Integer itsMood,
            @Nullable BigDecimal itsSleepHours,
            @Nullable Integer itsStress,
            @Nullable Integer itsEnergy,
            @Nullable Integer itsPain) {
        return new ContextDay(
                itsMood,
                itsSleepHours,
                itsStress,
                itsEnergy,
                itsPain,
                sleepQuality,
                soreness,
                fatigue,
                illness,
                painRegions,
                hrvRmssd,
                restingHeartRate,
                cycleDay,
                unusual);
    }

    /** With this said of an illness, whatever else was said stays. */
    public ContextDay saying(Illness itsIllness) {
        return new ContextDay(
                mood,
                sleepHours,
                stress,
                energy,
                pain,
                sleepQuality,
                soreness,
                fatigue,
                itsIllness,
                painRegions,
                hrvRmssd,
                restingHeartRate,
                cycleDay,
                unusual);
    }

    /** Nothing: it is all personal. */
    @Override
    public String toString() {
        return "ContextDay[hidden]";
    }
}
