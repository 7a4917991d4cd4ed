package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a learning event says. The first eight are a student's own doing; the last two are noted of them. */
public enum LearningEventKind {
    LOGIN,
    VIEW,
    SUBMISSION,
    FEEDBACK_VIEW,
    FEEDBACK_REPLY,
    RESUBMISSION,
    INTERACTION,
    OTHER,
    ATTENDANCE,
    GRADE;

    /** True when it carries a value: 0 or 1 for attendance, 0 to 100 for a grade. */
    public boolean hasValue() {
        return this == ATTENDANCE || this == GRADE;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that wire name. */
    @JsonCreator
    public static LearningEventKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of learning event"));
    }
}
