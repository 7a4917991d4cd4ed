package dev.trellis.students;

import dev.trellis.students.risk.InterventionType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case a trainer opens by hand. Level and reasons are those of the last evaluation; without one, moderate, for the
 * trainer's concern.
 *
 * @param interventionType what is suggested by the reasons, when absent
 */
public record NewStudentCase(
        @NotNull UUID studentId,
        @NotNull UUID courseId,
        @Nullable InterventionType interventionType,
        @Nullable @Size(max = 4000) String notes) {}
