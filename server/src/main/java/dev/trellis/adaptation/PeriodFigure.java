package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.adaptation.matching.Adherence;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.adaptation.matching.PeriodAdherence;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was due in a period was done, with what it was divided by (domain 04.5).
 *
 * @param adherence 0 to 1; absent when too little is known
 * @param credit the sum of what each known item counts
 * @param known how many it is divided by
 * @param due how many were due; what is still waited for is none of them
 * @param sentence the figure in words, or why there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodFigure(@Nullable BigDecimal adherence, BigDecimal credit, int known, int due, String sentence) {
    static PeriodFigure of(List<Adherence> items) {
        var adherence = PeriodAdherence.of(items);
        int known = (int) items.stream()
                .filter(item -> item.status() != AdherenceStatus.UNKNOWN)
                .count();
        double credit = items.stream().mapToDouble(PeriodAdherence::credit).sum();
        return new PeriodFigure(
                adherence.isPresent() ? Figures.share(adherence.getAsDouble()) : null,
                Figures.sum(credit),
                known,
                items.size(),
                adherence.isPresent()
                        ? "%d %% of the %d items we know about, of %d that were due."
                                .formatted(Math.round(100 * adherence.getAsDouble()), known, items.size())
                        : "We know about %d of %d items that were due; a figure needs %d, and half of them."
                                .formatted(known, items.size(), PeriodAdherence.KNOWN_NEEDED));
    }
}
