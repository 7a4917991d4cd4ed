package dev.trellis.students;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student to be enrolled.
 *
 * @param enrolledOn the first day of the course when absent
 * @param trainerId who works with the student from the beginning; one of the course's staff
 */
public record NewEnrollment(
        @NotNull UUID courseId,
        @NotNull UUID studentId,
        @Nullable @Size(max = 200) String studentName,
        @Nullable LocalDate enrolledOn,
        @Nullable @Min(1) @Max(20) Integer attempt,
        @Nullable UUID trainerId) {}
