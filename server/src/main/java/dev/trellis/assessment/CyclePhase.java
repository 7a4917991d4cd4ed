package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where in the menstrual cycle somebody is, when they care to say. */
public enum CyclePhase {
    MENSTRUAL,
    FOLLICULAR,
    OVULATION,
    LUTEAL;

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase of that wire name. */
    @JsonCreator
    public static CyclePhase of(String wire) {
        return Arrays.stream(values())
                .filter(phase -> phase.wire().equals(wire))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("a cycle phase is menstrual, follicular, ovulation or luteal"));
    }
}
