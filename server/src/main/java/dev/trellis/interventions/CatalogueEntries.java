package dev.trellis.interventions;

import dev.trellis.interventions.recommendation.CatalogueEntry;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import dev.trellis.interventions.recommendation.HabitMinutes;
import dev.trellis.interventions.recommendation.Outcomes;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Rows of the catalogue as the recommender reads them. */
final class CatalogueEntries {
    private CatalogueEntries() {}

    static CatalogueEntry of(CatalogueStore.Row row, List<HabitTemplate> habits) {
        var names = habits.stream().map(HabitTemplate::name).toList();
        return new CatalogueEntry(
                row.interventionId(),
                row.slug(),
                row.name(),
                row.category(),
                row.description(),
                row.profileMatch(),
                names,
                row.durationDays(),
                row.contraindicationTags().stream()
                        .map(ContraindicationTag::of)
                        .collect(Collectors.toUnmodifiableSet()),
                row.contraindications(),
                EvidenceGrade.valueOf(row.evidenceGrade()),
                row.expectedEffect(),
                row.source(),
                row.fromMember(),
                outcomes(row),
                HabitMinutes.perDay(names));
    }

    /** An answer may be counted before its start is: the two are counted on their own. */
    private static Outcomes outcomes(CatalogueStore.Row row) {
        var weight = row.weightedTries().doubleValue();
        return new Outcomes(
                row.helpfulCount(),
                row.totalTries(),
                Math.max(row.startedCount(), row.answeredCount()),
                row.answeredCount(),
                weight > 0
                        ? OptionalDouble.of(Math.min(1, row.weightedHelpful().doubleValue() / weight))
                        : OptionalDouble.empty());
    }
}
