package dev.trellis.safety;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How soon somebody needs help, from nothing to an emergency (domain 13.2); the order is the order of danger. */
public enum SafetyLevel {
    /** Nothing: the usual answer. */
    S0,
    /** See a clinician: needs an appointment. */
    S1,
    /** Urgent: danger within hours to days. */
    S2,
    /** Emergency: life is in danger within minutes to hours. */
    S3;

    /** Whether this level is as dangerous as another, or more. */
    public boolean atLeast(SafetyLevel other) {
        return compareTo(other) >= 0;
    }

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static SafetyLevel of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
