package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of something planned is known now, or is known to be something else. Only a change of status is told. */
@EventType("adherence.assessed")
public record AdherenceAssessed(
        UUID userId,
        @JsonProperty("item_id") UUID subjectId,
        PlannedKind kind,
        LocalDate date,
        @Nullable AdherenceStatus previous,
        AdherenceStatus status,
        boolean marked)
        implements DomainEvent {}
