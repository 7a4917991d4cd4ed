package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intervention of a person's own, as its author and its reviewers see it.
 *
 * @param interventionId the number it shares with the curated ones
 * @param revision counts the author's versions; a review names the one it read
 * @param moderationFlags what a reviewer must look at
 * @param reviewNote what the last reviewer wrote
 * @param totalTries of so many tries here, {@code helpfulCount} helped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(
        UUID id,
        int interventionId,
        UUID userId,
        String name,
        String description,
        String profileMatch,
        String scientificSource,
        String category,
        List<HabitTemplate> habits,
        int durationDays,
        List<String> contraindicationTags,
        String contraindications,
        EvidenceGrade evidenceGrade,
        Status status,
        int revision,
        List<ModerationFlag> moderationFlags,
        String reviewNote,
        @Nullable Instant reviewedAt,
        long helpfulCount,
        long totalTries,
        Instant createdAt,
        Instant updatedAt) {

    /** Where a submission stands. */
    public enum Status {
        /** Waits for a reviewer. */
        PENDING,
        /** A reviewer asked for a change; the author's next version is pending again. */
        REVIEWED,
        /** In the catalogue. */
        APPROVED,
        /** Not for the catalogue; for good. */
        REJECTED;

        /** The name in the database and in JSON: lower case. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Status of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        /** Whether its author may still change it. */
        public boolean isOpen() {
            return this == PENDING || this == REVIEWED;
        }
    }

    /** Everything somebody else may one day read. */
    String documentText() {
        return name + ". " + description + " " + profileMatch + ". "
                + String.join(". ", habits.stream().map(HabitTemplate::name).toList());
    }
}
