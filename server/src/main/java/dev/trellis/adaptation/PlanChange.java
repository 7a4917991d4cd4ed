package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.trellis.adaptation.change.Difference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of the plan: who or what made it, what is different, and why.
 *
 * @param source      person, professional, reassessment or daily
 * @param status      pending, applied, rejected, undone or noted
 * @param reason      in the person's own words
 * @param sentence    what was shown
 * @param differences what is different, in words
 * @param before      everything it was about as it was, and {@code after} as it became
 * @param terms       every term of a controller
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanChange(
        UUID id,
        UUID programId,
        String kind,
        String source,
        String status,
        LocalDate effectiveFrom,
        @Nullable String reason,
        String sentence,
        List<Difference> differences,

        @JsonRawValue @Schema(implementation = Object.class) String before,

        @JsonRawValue @Schema(implementation = Object.class) String after,

        @JsonRawValue @Schema(implementation = Object.class) String terms,

        Instant createdAt,
        @Nullable Instant appliedAt,
        @Nullable Instant decidedAt) {
    public PlanChange {
        differences = List.copyOf(differences);
    }

    /** Which one, and nothing of what it says. */
    @Override
    public String toString() {
        return "PlanChange[" + id + "]";
    }
}
