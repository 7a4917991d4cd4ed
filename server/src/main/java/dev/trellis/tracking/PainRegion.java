package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where something hurts (domain 02.8). */
public enum PainRegion {
    KNEE,
    LOWER_BACK,
    SHOULDER,
    ELBOW,
    WRIST,
    NECK,
    ANKLE,
    HIP;

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
