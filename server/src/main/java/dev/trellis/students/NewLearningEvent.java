package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a student did, or that was noted of them, as another system tells it. Student and course are named by their
 * id here or by the other system's.
 *
 * @param sourceId its own id in the other system: sent again, it changes nothing
 * @param value 0 to 100 for a grade, 1 or 0 for attendance, absent otherwise
 * @param excused true for a session that somebody was excused from: it does not count
 * @param partner whom an interaction was with
 */
public record NewLearningEvent(
        @NotBlank @Size(max = 255) String sourceId,
        @NotNull LearningEventKind kind,
        @NotNull Instant occurredAt,
        @Nullable UUID studentId,
        @Nullable @Size(max = 255) String studentSourceId,
        @Nullable UUID courseId,
        @Nullable @Size(max = 255) String courseSourceId,
        @Nullable @Size(max = 255) String itemSourceId,

        @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal value,

        @Nullable @DecimalMin("0.001") @DecimalMax("9999") BigDecimal weight,

        @Nullable Boolean excused,
        @Nullable @Size(max = 255) String partner) {
    /** Attendance is there or not there, and only attendance and grades carry a value. */
    @AssertTrue(message = "is 0 to 100 for a grade, 0 or 1 for attendance, and absent otherwise")
    @JsonIgnore
    public boolean isValueFitting() {
        if (kind == null) {
            return true;
        }
        return switch (kind) {
            case GRADE -> value != null;
            case ATTENDANCE -> value != null && (value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0);
            default -> value == null;
        };
    }
}
