package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An intervention as a person reads it.
 *
 * @param interventionId the number curated and submitted ones share
 * @param profileMatch whom it suits
 * @param contraindications for whom it is not, in words; the tags are the same for machines
 * @param evidence what the grade means and where it comes from
 * @param label where it comes from, when a member wrote it and no editor has graded it
 * @param experience what people here said after trying it; absent while fewer than ten have
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueDetail(
        int interventionId,
        String slug,
        String name,
        String category,
        String description,
        String profileMatch,
        List<HabitTemplate> habits,
        int durationDays,
        List<String> contraindicationTags,
        String contraindications,
        Evidence evidence,
        boolean fromMember,
        @Nullable String label,
        @Nullable Experience experience) {
    /** Fewer tries than this say nothing (domain file 08.6). */
    static final int ENOUGH_TRIES = 10;

    static final String MEMBERS = "from a member, not reviewed as evidence";

    /** How well this type of intervention is supported; never a person's own chance that it helps. */
    public record Evidence(EvidenceGrade grade, String text, String expectedEffect, String source) {}

    /** Of so many who tried it and said how it was, so many said it helped. */
    public record Experience(long tried, long helped) {}

    static CatalogueDetail of(CatalogueStore.Row row, List<HabitTemplate> habits) {
        var grade = EvidenceGrade.valueOf(row.evidenceGrade());
        return new CatalogueDetail(
                row.interventionId(),
                row.slug(),
                row.name(),
                row.category(),
                row.description(),
                row.profileMatch(),
                habits,
                row.durationDays(),
                row.contraindicationTags(),
                row.contraindications(),
                new Evidence(grade, grade.text(), row.expectedEffect(), row.source()),
                row.fromMember(),
                row.fromMember() ? MEMBERS : null,
                row.totalTries() < ENOUGH_TRIES ? null : new Experience(row.totalTries(), row.helpfulCount()));
    }
}
