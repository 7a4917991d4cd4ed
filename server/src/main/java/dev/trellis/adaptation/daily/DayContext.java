package dev.trellis.adaptation.daily;

import dev.trellis.programs.training.InjuryRegion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is today; null where nothing was said (domain 05.1).
 *
 * @param sleepHours   0 to 16
 * @param sleepQuality 1 to 5, 5 best, as mood
 * @param soreness     1 to 5, 5 worst, as fatigue and stress
 * @param pain         0 to 10, by region
 */
public record DayContext(
        @Nullable Double sleepHours,
        @Nullable Integer sleepQuality,
        @Nullable Integer soreness,
        @Nullable Integer fatigue,
        @Nullable Integer stress,
        @Nullable Integer mood,
        Illness illness,
        Map<InjuryRegion, Integer> pain) {
    /** Nothing said. */
    public static final DayContext SILENT = new DayContext(null, null, null, null, null, null, Illness.NONE, Map.of());

    public DayContext {
        if (sleepHours != null && !(sleepHours >= 0 && sleepHours <= 16)) {
            throw new IllegalArgumentException("a night has 0 to 16 hours of sleep, not " + sleepHours);
        }
        checked(sleepQuality);
        checked(soreness);
        checked(fatigue);
        checked(stress);
        checked(mood);
        pain = Map.copyOf(pain);
    }

    private static void checked(@Nullable Integer value) {
        if (value != null && (value < 1 || value > 5)) {
            throw new IllegalArgumentException("an answer is 1 to 5, not " + value);
        }
    }
}
