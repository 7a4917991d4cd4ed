package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How body fat was measured; energy is computed from the first four only (domain 01.1). */
public enum BodyFatMethod {
    DXA(true),
    AIR_DISPLACEMENT(true),
    HYDROSTATIC(true),
    SKINFOLD_BY_TRAINED_PERSON(true),
    SMART_SCALE(false),
    PHOTO(false),
    GUESS(false);

    private final boolean trusted;

    BodyFatMethod(boolean trusted) {
        this.trusted = trusted;
    }

    /** Whether energy may be computed from it. */
    public boolean isTrusted() {
        return trusted;
    }

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method of that wire name. */
    @JsonCreator
    public static BodyFatMethod of(String wire) {
        return Arrays.stream(values())
                .filter(method -> method.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such method."));
    }
}
