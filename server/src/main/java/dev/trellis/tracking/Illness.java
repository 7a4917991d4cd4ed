package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is ill with, as far as training minds (domain 05.1). */
public enum Illness {
    NONE,
    /** A runny nose, a mild sore throat. */
    ABOVE_NECK,
    /** A chest cough, aches, the stomach. */
    BELOW_NECK,
    FEVER;

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
