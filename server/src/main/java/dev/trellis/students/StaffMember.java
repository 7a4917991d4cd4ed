package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.students.risk.InterventionType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer is in a course.
 *
 * @param expertise what they are good at; cases that ask for it come to them first
 * @param capacity so many open cases of the course, no more; 30 when absent
 */
public record StaffMember(
        @NotNull Position role,
        @Nullable @Size(max = 12) List<@NotNull InterventionType> expertise,
        @Nullable @Min(0) @Max(1000) Integer capacity) {
    static final int DEFAULT_CAPACITY = 30;

    /** A lead is a trainer who answers for the course: sees all of it, and the load of the trainers in it. */
    public enum Position {
        TRAINER,
        LEAD;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The position of that wire name. */
        @JsonCreator
        public static Position of(String wire) {
            return Arrays.stream(values())
                    .filter(position -> position.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a role in a course is trainer or lead"));
        }
    }
}
