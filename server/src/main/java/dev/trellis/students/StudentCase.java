package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.trellis.students.risk.CaseOutcome;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A student who may need support, given to a trainer and followed to an outcome; a row of {@code student_interventions}
 * with what stands beside it.
 *
 * @param notes what staff and evaluations wrote down, a line each
 * @param trainerNotes the assigned trainer's own
 * @param dueOn by when somebody should have begun; a day of the course
 * @param escalatedAt since when the leads know that nobody did
 */
public record StudentCase(
        UUID id,
        UUID studentId,
        String studentName,
        UUID enrollmentId,
        UUID courseId,
        String courseTitle,
        RiskLevel riskLevel,
        List<String> riskReasons,
        @Nullable InterventionType interventionType,
        @Nullable UUID assignedTrainerId,
        @Nullable Instant assignedAt,
        CaseStatus status,
        @Nullable String notes,
        @Nullable String trainerNotes,
        @Nullable String resolutionNotes,
        @Nullable CaseOutcome outcome,
        @Nullable DismissalReason dismissalReason,
        LocalDate dueOn,
        @Nullable Instant escalatedAt,
        @Nullable LocalDate firstContactOn,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant resolvedAt) {
    /** Somebody's attempt to help. */
    public record Contact(
            UUID id,
            InterventionType interventionType,
            boolean reached,
            LocalDate day,
            @Nullable UUID madeBy) {}

    /** A change of the case: who, when, and the new value of each column that changed. */
    public record HistoryEntry(
            UUID id,
            String actor,

            @JsonRawValue @Schema(implementation = Object.class)
            String changed,

            Instant createdAt) {}
}
