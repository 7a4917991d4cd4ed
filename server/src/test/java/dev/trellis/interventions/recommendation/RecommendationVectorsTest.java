package dev.trellis.interventions.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.vectors.WorkedExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecommendationVectorsTest {
    static Stream<WorkedExamples> rrf() {
        return WorkedExamples.of("rrf");
    }

    static Stream<WorkedExamples> posterior() {
        return WorkedExamples.of("beta_posterior");
    }

    static Stream<WorkedExamples> ndcg() {
        return WorkedExamples.of("ndcg");
    }

    @ParameterizedTest
    @MethodSource("rrf")
    void fusesRankedListsByPlace(WorkedExamples example) {
        var lists = new ArrayList<List<String>>();
        example.inputs().path("lists").forEach(list -> {
            var items = new ArrayList<String>();
            list.forEach(item -> items.add(item.asText()));
            lists.add(items);
        });
        var fused = RankFusion.fuse(lists, example.inputs().path("k").asInt());
        assertThat(fused).hasSize(example.expected().size());
        for (var i = 0; i < fused.size(); i++) {
            assertThat(fused.get(i).item())
                    .isEqualTo(example.expected().get(i).get(0).asText());
            assertThat(fused.get(i).score())
                    .isCloseTo(example.expected().get(i).get(1).asDouble(), within(example.tolerance()));
        }
    }

    @ParameterizedTest
    @MethodSource("posterior")
    void joinsGradeAndOutcomes(WorkedExamples example) {
        var posterior = BetaPosterior.of(
                EvidenceGrade.valueOf(example.inputs().path("grade").asText()),
                Outcomes.of(
                        example.inputs().path("helpful").asLong(),
                        example.inputs().path("tries").asLong()));
        assertThat(List.of(posterior.alpha(), posterior.beta(), posterior.mean(), posterior.standardDeviation()))
                .zipSatisfy(
                        numbers(example.expected()),
                        (actual, expected) -> assertThat(actual).isCloseTo(expected, within(example.tolerance())));
    }

    @ParameterizedTest
    @MethodSource("ndcg")
    void measuresARankingAgainstJudgements(WorkedExamples example) {
        var ranked = numbers(example.inputs().path("ranked")).stream()
                .map(Double::intValue)
                .toList();
        var judged = numbers(example.inputs().path("judged")).stream()
                .map(Double::intValue)
                .toList();
        var k = example.inputs().path("k").asInt();
        assertThat(RankingMetrics.ndcg(ranked, judged, k))
                .isCloseTo(example.expected().asDouble(), within(example.tolerance()));
    }

    @Test
    void dcgFollowsTheExponentialGain() {
        assertThat(RankingMetrics.dcg(List.of(3, 2, 0, 1), 4)).isCloseTo(9.3235, within(1e-4));
    }

    @Test
    void meanReciprocalRankCountsAMissingRelevantItemAsZero() {
        var lists = List.of(List.of(2, 0, 0), List.of(0, 1, 3), List.of(1, 0, 1), List.of(0, 2, 0));
        var mean = lists.stream()
                .mapToDouble(RankingMetrics::reciprocalRank)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.4583, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0.633333333, A, 0.8900", "0.8, 0.75, B, 0.7850", "0.5, 0.45, C, 0.5000"})
    void weighsRelevanceOutcomesAndEvidence(double rel, double mean, EvidenceGrade grade, double score) {
        assertThat(Score.of(rel, mean, grade.weight())).isCloseTo(score, within(1e-6));
    }

    /**
     * Lucene stores a document's length in one byte, so 120, 80 and 100 words become lengths it can write; it also leaves
     * out the constant factor k1 + 1, which changes no order. With its own length and that factor it gives the formula.
     */
    @ParameterizedTest
    @CsvSource({"2, 120, 5, 2.2271, 2.8992", "1, 80, 25, 0.6931, 0.7549", "3, 100, 10, 1.5805, 2.4836"})
    void scoresWordsByBm25AsLuceneDoes(int tf, int length, long df, double idf, double score) {
        assertThat(inverseFrequency(df)).isCloseTo(idf, within(1e-4));
        assertThat(bm25(tf, length, df)).isCloseTo(score, within(1e-4));
        var norm = WordIndex.SIMILARITY.computeNorm(state(length));
        var lucene = WordIndex.SIMILARITY
                .scorer(1, new CollectionStatistics("text", 50, 50, 5000, 2500), statistics(df))
                .score(tf, norm);
        var storedLength = SmallFloat.byte4ToInt((byte) norm);
        assertThat(2.2 * lucene).isCloseTo(bm25(tf, storedLength, df), within(1e-4));
        assertThat(storedLength).isBetween(length * 7 / 8, length);
    }

    private static FieldInvertState state(int length) {
        var state = new FieldInvertState(10, "text", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        state.setLength(length);
        return state;
    }

    private static TermStatistics statistics(long df) {
        return new TermStatistics(new BytesRef("word"), df, df * 3);
    }

    private static double inverseFrequency(long df) {
        return Math.log(1 + (50 - df + 0.5) / (df + 0.5));
    }

    private static double bm25(int tf, int length, long df) {
        return inverseFrequency(df) * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length / 100));
    }

    private static List<Double> numbers(JsonNode array) {
        var numbers = new ArrayList<Double>();
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }
}
