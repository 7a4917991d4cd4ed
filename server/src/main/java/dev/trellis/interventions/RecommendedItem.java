package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.interventions.CatalogueDetail.Evidence;
import dev.trellis.interventions.recommendation.Suggestion;
import dev.trellis.interventions.recommendation.Suggestion.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One suggestion as it is shown and stored.
 *
 * @param exploration true when it is there to be learned about; a list of expected values alone would not show it
 * @param propensity the chance that it was shown to this person on this day, in (0,1]
 * @param label where it comes from, when a member wrote it and no editor has graded it
 * @param reasons what in the intake led to it; {@code cautions} what to know before starting; {@code questions} what must
 *     be answered first, since nobody has asked yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendedItem(
        int position,
        int interventionId,
        String slug,
        String name,
        String category,
        String description,
        List<String> habits,
        int durationDays,
        @Nullable Integer minutesPerDay,
        String contraindications,
        Evidence evidence,
        boolean fromMember,
        @Nullable String label,
        ItemScore score,
        boolean exploration,
        double propensity,
        String explanation,
        List<String> reasons,
        List<String> cautions,
        List<AskFirst> questions) {

    /**
     * Every part of the rank (domain file 08.2 to 08.5); the two ranks are absent where the item is not in that list.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemScore(
            @Nullable Integer bm25Rank,
            @Nullable Integer vectorRank,
            double rrf,
            double rel,
            double mean,
            double theta,
            double ev,
            double score) {}

    /** A question by yes or no, and the profile's safety flag that the answer belongs to. */
    public record AskFirst(String tag, String text) {
        static AskFirst of(Question question) {
            return new AskFirst(question.tag().code(), question.text());
        }
    }

    static RecommendedItem of(Suggestion suggestion) {
        var entry = suggestion.entry();
        var grade = entry.evidenceGrade();
        return new RecommendedItem(
                suggestion.position(),
                entry.interventionId(),
                entry.slug(),
                entry.name(),
                entry.category(),
                entry.description(),
                entry.habits(),
                entry.durationDays(),
                entry.minutesPerDay().isPresent() ? entry.minutesPerDay().getAsInt() : null,
                entry.contraindications(),
                new Evidence(grade, grade.text(), entry.expectedEffect(), entry.source()),
                entry.fromMember(),
                entry.fromMember() ? CatalogueDetail.MEMBERS : null,
                score(suggestion),
                suggestion.exploration(),
                suggestion.propensity(),
                suggestion.explanation(),
                suggestion.reasons(),
                suggestion.cautions(),
                suggestion.questions().stream().map(AskFirst::of).toList());
    }

    private static ItemScore score(Suggestion suggestion) {
        var score = suggestion.score();
        return new ItemScore(
                score.bm25Rank().isPresent() ? score.bm25Rank().getAsInt() : null,
                score.vectorRank().isPresent() ? score.vectorRank().getAsInt() : null,
                score.rrf(),
                score.rel(),
                score.mean(),
                score.theta(),
                score.ev(),
                score.score());
    }
}
