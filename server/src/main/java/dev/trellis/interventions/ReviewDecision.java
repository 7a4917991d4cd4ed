package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.interventions.Submission.Status;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides on a pending submission.
 *
 * @param note for the author; needed unless it is approved
 * @param evidenceGrade the editor's grade; without one it stays D and is labelled as a member's
 * @param flagsAcknowledged needed to approve a flagged one: the reviewer has looked at each
 * @param revision the version that was read; when the author has written another since, nothing is decided
 */
public record ReviewDecision(
        @NotNull(message = "is approve, reject or request_changes")
        Decision decision,

        @Size(max = 2000) @Nullable String note,
        @Nullable EvidenceGrade evidenceGrade,
        @Nullable Boolean flagsAcknowledged,
        @Nullable Integer revision) {

    /** The three ways on. */
    public enum Decision {
        APPROVE(Status.APPROVED),
        REJECT(Status.REJECTED),
        REQUEST_CHANGES(Status.REVIEWED);

        private final Status leadsTo;

        Decision(Status leadsTo) {
            this.leadsTo = leadsTo;
        }

        Status leadsTo() {
            return leadsTo;
        }

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The decision of that wire name. */
        @JsonCreator
        public static Decision of(String wire) {
            return Arrays.stream(values())
                    .filter(decision -> decision.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("a decision is approve, reject or request_changes"));
        }
    }

    String noteOrEmpty() {
        return Objects.requireNonNullElse(note, "").strip();
    }

    boolean acknowledgesFlags() {
        return flagsAcknowledged != null && flagsAcknowledged;
    }
}
