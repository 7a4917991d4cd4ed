package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student in a course.
 *
 * @param studentName as the registrar knows them
 * @param attempt 1 for the first time in this course
 */
public record Enrollment(
        UUID id,
        UUID studentId,
        UUID courseId,
        @Nullable String sourceId,
        String studentName,
        LocalDate enrolledOn,
        Status status,
        @Nullable LocalDate endedOn,
        int attempt) {
    /** How it stands, or how it ended. */
    public enum Status {
        ACTIVE,
        WITHDRAWN,
        COMPLETED,
        FAILED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status of that wire name. */
        @JsonCreator
        public static Status of(String wire) {
            return Arrays.stream(values())
                    .filter(status -> status.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("a status is active, withdrawn, completed or failed"));
        }
    }
}
