package dev.trellis.safety;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Structured answers which may show danger.
 *
 * @param recentMoods mood 1-5 (5 best) of consecutive days, the newest last; null for a day without an answer
 * @param restingHeartRate beats per minute, or null when not measured
 * @param flags what the person ticked in an intake, a check-in or a quiz
 */
public record StructuredSigns(
        List<@Nullable Integer> recentMoods, @Nullable Integer restingHeartRate, Set<Flag> flags) {
    private static final StructuredSigns NONE = new StructuredSigns(List.of(), null, Set.of());

    /** What a person can tick. */
    public enum Flag {
        HOPELESS,
        SUICIDAL_THOUGHTS,
        SELF_HARM,
        UNSAFE_AT_HOME,
        EATING_DISORDER_SIGNS,
        CHEST_PAIN,
        FAINTED_IN_EXERCISE,
        BREATHLESS_AT_REST,
        SEVERE_PAIN,
        FEVER,
        ILLNESS_BELOW_NECK,
        PREGNANCY_BLEEDING
    }

    public StructuredSigns {
        recentMoods = Collections.unmodifiableList(new ArrayList<>(recentMoods));
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
    }

    /** Nothing answered. */
    public static StructuredSigns none() {
        return NONE;
    }
}
