package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.assessment.CyclePhase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's dated run of an intervention. Its days are the person's local dates from {@code startDate} up to, and
 * not including, {@code endDate} (domain file 00, C3).
 *
 * @param interventionId the catalogue's or a submission's number; null for something of one's own
 * @param endDate the planned end, exclusive; moves when a pause ends
 * @param actualEndDate the last day that counted, once it is over
 * @param outcome what the effect estimate is about, fixed at the start
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InterventionPeriod(
        UUID id,
        @Nullable UUID intakeId,
        @Nullable UUID recommendationId,
        @Nullable Integer interventionId,
        String interventionName,
        @Nullable String category,
        List<String> selectedHabits,
        LocalDate startDate,
        LocalDate endDate,
        @Nullable LocalDate actualEndDate,
        @Nullable Instant completedAt,
        int plannedDurationDays,
        PeriodStatus status,
        boolean autoCompleted,
        @Nullable CyclePhase cyclePhase,
        Outcome outcome,
        @Nullable String notes,
        Instant createdAt,
        Instant updatedAt) {

    /** The last planned day, the one before {@code end_date}. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public LocalDate lastDay() {
        return endDate.minusDays(1);
    }

    /** True while it can still go on. */
    boolean isOpen() {
        return status == PeriodStatus.ACTIVE || status == PeriodStatus.PAUSED;
    }
}
