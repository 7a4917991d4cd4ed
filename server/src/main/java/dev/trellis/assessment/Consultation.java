package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.assessment.Onboarding.Progress;
import dev.trellis.assessment.Onboarding.Question;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a person is in their consultation, and everything a page needs to ask the next section.
 *
 * @param sections all nine, in order, with the answers so far
 * @param nextSection the first one not answered; absent when all are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consultation(
        UUID id,
        State state,
        List<Section> sections,
        @Nullable ConsultationSection nextSection,
        Progress progress,
        Instant startedAt,
        @Nullable Instant completedAt) {

    /** Whether it can still be answered. */
    public enum State {
        OPEN,
        COMPLETED;

        /** The name in JSON: lower case. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A section with its questions; {@code done} once it was answered, even by passing all that may be passed. */
    public record Section(
            ConsultationSection section, String title, String help, boolean done, List<Question> fields) {}

    /** The section of that key. */
    public Optional<Section> section(ConsultationSection key) {
        return sections.stream().filter(section -> section.section() == key).findFirst();
    }

    /** Which consultation, and nothing that was told. */
    @Override
    public String toString() {
        return "Consultation[" + id + "]";
    }
}
