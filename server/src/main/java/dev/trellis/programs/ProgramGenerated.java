package dev.trellis.programs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trellis.events.DomainEvent;
import dev.trellis.events.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program was made and stored.
 *
 * @param replaced the program whose place it took; null when there was none
 */
@EventType("program.generated")
public record ProgramGenerated(
        UUID userId,
        @JsonProperty("program_id") UUID subjectId,
        LocalDate startDate,
        LocalDate endDate,
        @Nullable UUID replaced)
        implements DomainEvent {}
