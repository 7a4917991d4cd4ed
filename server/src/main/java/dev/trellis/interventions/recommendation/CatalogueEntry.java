package dev.trellis.interventions.recommendation;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One intervention that may be recommended, curated or approved from a member.
 *
 * @param interventionId the shared number of curated and member items
 * @param category a code such as {@code sleep} or {@code focus_study}
 * @param contraindicationTags what the eligibility rules act on; empty when nothing speaks against it
 * @param contraindications the words to show for them
 * @param fromMember submitted by a person and not yet graded by an editor; then the grade must be D
 * @param minutesPerDay minutes asked on a day with every habit due, where the habits say so
 */
public record CatalogueEntry(
        int interventionId,
        String slug,
        String name,
        String category,
        String description,
        String targetProfile,
        List<String> habits,
        int durationDays,
        Set<ContraindicationTag> contraindicationTags,
        String contraindications,
        EvidenceGrade evidenceGrade,
        String expectedEffect,
        String source,
        boolean fromMember,
        Outcomes outcomes,
        OptionalInt minutesPerDay) {

    static final String NUTRITION = "nutrition";

    /** The category shown only to people who opted in to cycle features (domain 08.3). */
    public static final String MENSTRUAL = "menstrual";

    public CatalogueEntry {
        habits = List.copyOf(habits);
        contraindicationTags =
                contraindicationTags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(contraindicationTags));
        if (durationDays < 7 || durationDays > 84) {
            throw new IllegalArgumentException(slug + ": a duration lies between 7 and 84 days, not " + durationDays);
        }
        if (fromMember && evidenceGrade != EvidenceGrade.D) {
            throw new IllegalArgumentException(slug + ": a member's item has grade D until an editor grades it");
        }
    }

    /** What words and meaning are compared with: name, description, target profile and habits (domain 08.1). */
    public String documentText() {
        return name + ". " + description + " " + targetProfile + ". " + String.join(". ", habits);
    }

    /** The same item with what people have said about it since. */
    public CatalogueEntry with(Outcomes newOutcomes) {
        return new CatalogueEntry(
                interventionId,
                slug,
                name,
                category,
                description,
                targetProfile,
                habits,
                durationDays,
                contraindicationTags,
                contraindications,
                evidenceGrade,
                expectedEffect,
                source,
                fromMember,
                newOutcomes,
                minutesPerDay);
    }
}
