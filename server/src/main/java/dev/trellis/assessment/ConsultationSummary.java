package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.assessment.Onboarding.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consultation in a list: when, and how far. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsultationSummary(
        UUID id,
        Consultation.State state,
        Progress progress,
        Instant startedAt,
        @Nullable Instant completedAt) {}
