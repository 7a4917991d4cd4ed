package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a case needed nothing (domain 10.3); the first says that the level was wrong. */
public enum DismissalReason {
    FALSE_POSITIVE,
    ALREADY_HANDLED,
    STUDENT_DECLINED,
    LEFT_COURSE;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of that wire name. */
    @JsonCreator
    public static DismissalReason of(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a reason is false_positive, already_handled, student_declined or left_course"));
    }
}
