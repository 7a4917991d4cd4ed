package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.safety.SafetyState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is offered for an intake.
 *
 * @param id absent when nothing was offered
 * @param suspended true while the person's safety comes first: then only {@code safety} is there
 * @param policy names the rules that chose
 * @param embedder whose idea of meaning was used
 * @param excluded what was kept back, with the reason
 * @param disclaimer the general footer of domain file 13.4
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendationAnswer(
        @Nullable UUID id,
        UUID intakeId,
        LocalDate shownOn,
        boolean suspended,
        @Nullable SafetyState safety,
        @Nullable String policy,
        @Nullable String embedder,
        List<RecommendedItem> items,
        List<ExcludedItem> excluded,
        String disclaimer) {

    RecommendationAnswer with(UUID storedAs) {
        return new RecommendationAnswer(
                storedAs, intakeId, shownOn, suspended, safety, policy, embedder, items, excluded, disclaimer);
    }

    static RecommendationAnswer suspended(UUID intakeId, LocalDate today, SafetyState safety, String disclaimer) {
        return new RecommendationAnswer(
                null, intakeId, today, true, safety, null, null, List.of(), List.of(), disclaimer);
    }
}
