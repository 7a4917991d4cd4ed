package dev.trellis.assessment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as it is kept.
 *
 * @param sections those that were answered, with what was told
 */
record StoredConsultation(
        UUID id,
        Instant startedAt,
        @Nullable Instant completedAt,
        Map<ConsultationSection, Map<String, Object>> sections) {
    boolean isComplete() {
        return completedAt != null;
    }

    Consultation.State state() {
        return isComplete() ? Consultation.State.COMPLETED : Consultation.State.OPEN;
    }
}
