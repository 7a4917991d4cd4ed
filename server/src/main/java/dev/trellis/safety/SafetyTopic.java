package dev.trellis.safety;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a danger is about. */
public enum SafetyTopic {
    NONE,
    SUICIDE,
    SELF_HARM,
    ABUSE,
    EATING_DISORDER,
    PSYCHOSIS_OR_MANIA,
    LOW_MOOD,
    OVERDOSE,
    CARDIAC,
    STROKE,
    BREATHING,
    ALLERGY,
    BLEEDING,
    SEIZURE,
    DIABETES,
    PREGNANCY,
    WEIGHT_CUT,
    MEDICAL;

    /** Whether saying "no, I am not" still deserves a word of support, and the past of another person does too. */
    boolean isAboutHarm() {
        return this == SUICIDE || this == SELF_HARM || this == ABUSE;
    }

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static SafetyTopic of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
