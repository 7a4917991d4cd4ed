package dev.trellis.students;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days, both included, that count for nothing: a published break of a course, or an excused absence of a student. */
public record CourseBreak(
        @NotNull LocalDate fromDay,
        @NotNull LocalDate untilDay,
        @Nullable @Size(max = 200) String label) {
    static final int LONGEST_DAYS = 365;

    boolean isInOrder() {
        return !untilDay.isBefore(fromDay) && !untilDay.isAfter(fromDay.plusDays(LONGEST_DAYS));
    }
}
