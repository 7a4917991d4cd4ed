package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.interventions.recommendation.Exclusion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was kept from a person, so that "why not the others" has an answer.
 *
 * @param reason such as {@code contraindicated} or {@code active_now}
 * @param tag the flag behind a contraindication
 * @param text the reason in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExcludedItem(
        int interventionId,
        String name,
        String reason,
        @Nullable String tag,
        String text) {
    static ExcludedItem of(Exclusion exclusion) {
        return new ExcludedItem(
                exclusion.entry().interventionId(),
                exclusion.entry().name(),
                exclusion.reason().name().toLowerCase(Locale.ROOT),
                exclusion.tag().map(ContraindicationTag::code).orElse(null),
                exclusion.text());
    }
}
