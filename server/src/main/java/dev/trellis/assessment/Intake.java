package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.safety.SafetyLevel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person wanted to change when they told us; see {@link NewIntake} for the fields. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Intake(
        UUID id,
        String goal,
        String text,
        List<String> categories,
        List<String> blockedCategories,
        @Nullable Integer sleepQuality,
        @Nullable Integer stress,
        @Nullable CyclePhase cyclePhase,
        @Nullable Integer maxDurationDays,
        @Nullable Integer maxMinutesPerDay,
        boolean wantsRepeats,
        SafetyLevel safetyLevel,
        Instant createdAt) {}
