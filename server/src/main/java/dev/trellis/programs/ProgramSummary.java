package dev.trellis.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program in a list: which, when, and how it stands.
 *
 * @param endDate the first day after it, as planned
 * @param endedOn the first day on which it was over; null while it is active
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgramSummary(
        UUID id,
        @Nullable UUID consultationId,
        ProgramStatus status,
        LocalDate startDate,
        LocalDate endDate,
        @Nullable LocalDate endedOn,
        LocalDate nextReassessmentDate,
        Instant createdAt) {}
