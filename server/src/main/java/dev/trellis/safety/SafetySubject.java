package dev.trellis.safety;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whom a message is about. */
public enum SafetySubject {
    SELF,
    OTHER;

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static SafetySubject of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
