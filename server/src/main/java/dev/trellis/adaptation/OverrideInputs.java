package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.tracking.ContextDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a day was decided from; kept with the decision and shown with it.
 *
 * @param context       as it was told, absent when nothing was
 * @param readiness     0 to 100, absent when too little is known
 * @param coverage      the weight of what is known, 0 to 1
 * @param z             of readiness against the last 28 days, absent when they are too few
 * @param illness       as it was told, or as it is taken to be
 * @param daysIll       in a row
 * @param returnShare   of the planned volume while coming back from an illness
 * @param lowDays       in a row, this one included
 * @param kcal          of the day as planned
 * @param minutesToStart until the planned start
 * @param autoInSevenDays applied by themselves in the seven days before
 * @param advice        sentences that change no number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverrideInputs(
        @Nullable ContextDay context,
        @Nullable Double readiness,
        @Nullable String band,
        @Nullable Double coverage,
        @Nullable Double z,
        String illness,
        int daysIll,
        @Nullable Double returnShare,
        int lowDays,
        int strainedDays,
        @Nullable Integer kcal,
        @Nullable Integer floor,
        @Nullable Integer maintenance,
        @Nullable Integer minutesToStart,
        int autoInSevenDays,
        boolean autoAllowed,
        List<String> advice) {
    public OverrideInputs {
        advice = List.copyOf(advice);
    }
}
