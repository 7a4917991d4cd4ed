package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far a case is: pending, in progress, then resolved or dismissed. */
public enum CaseStatus {
    PENDING,
    IN_PROGRESS,
    RESOLVED,
    DISMISSED;

    /** True while there is something to do. */
    public boolean isOpen() {
        return this == PENDING || this == IN_PROGRESS;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that wire name. */
    @JsonCreator
    public static CaseStatus of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("a status is pending, in_progress, resolved or dismissed"));
    }
}
