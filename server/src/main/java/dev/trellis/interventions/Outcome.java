package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The one thing an effect estimate is about, chosen before the start (domain file 07.5). */
public enum Outcome {
    MOOD,
    SLEEP_HOURS,
    STRESS,
    ENERGY,
    PAIN;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that wire name; {@link IllegalArgumentException} when there is none. */
    @JsonCreator
    public static Outcome of(String wire) {
        return Arrays.stream(values())
                .filter(value -> value.wire().equals(wire))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("an outcome is mood, sleep_hours, stress, energy or pain"));
    }
}
