package dev.trellis.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInEmbedderTest {
    private final Embedder embedder = Embedders.from(EmbeddingSettings.builtin());

    @Test
    void givesUnitVectorsAndNoneForSilence() {
        var vectors = embedder.embed(List.of("I slept badly", "", "äöü 日本 42"));
        assertThat(vectors).allMatch(vector -> vector.length == embedder.dimensions());
        assertThat(Vectors.cosine(vectors.get(0), vectors.get(0))).isCloseTo(1, within(1e-6));
        assertThat(length(vectors.get(0))).isCloseTo(1, within(1e-6));
        assertThat(length(vectors.get(1))).isZero();
        assertThat(length(vectors.get(2))).isCloseTo(1, within(1e-6));
    }

    /** Stored vectors are compared with new ones, so the same model name must mean the same numbers. */
    @Test
    void theSameTextGivesTheSameVectorEverywhere() {
        assertThat(embedder.model()).isEqualTo("trellis-builtin-1");
        var vector = embedder.embed("I cannot fall asleep and worry about work");
        assertThat(Arrays.hashCode(vector))
                .isEqualTo(Arrays.hashCode(embedder.embed("I cannot fall asleep and worry about work")));
        var again = new BuiltInEmbedder().embed("I cannot fall asleep and worry about work");
        assertThat(IntStream.range(0, vector.length)).allMatch(i -> vector[i] == again[i]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "takes me ages to nod off | trouble falling asleep | a plan for the weekly shopping",
                "my legs hurt after jogging | running training | chapters for the history exam",
                "I feel so alone here | loneliness and few friends | olive oil and nuts",
                "insomia | insomnia | protein shake",
                "cramming the night before the finals | exam revision | jog in the park"
            })
    void meaningCountsMoreThanLetters(String text, String near, String far) {
        var vector = embedder.embed(text);
        assertThat(Vectors.cosine(vector, embedder.embed(near)))
                .isGreaterThan(Vectors.cosine(vector, embedder.embed(far)) + 0.1);
    }

    @Test
    void wordsOutsideTheTableStillMeet() {
        var vector = embedder.embed("My sister Annegret lives in Reykjavik");
        assertThat(Vectors.cosine(vector, embedder.embed("Who is Annegret?")))
                .isGreaterThan(Vectors.cosine(vector, embedder.embed("Who is Bartholomew?")) + 0.1);
    }

    @Test
    void theTableStaysWithinItsDimensionsAndNamesOnlyWhatItHolds() {
        var thesaurus = Thesaurus.shipped();
        assertThat(thesaurus.size()).isBetween(90, 128);
        for (var text : List.of("I cannot sleep", "exam tomorrow", "period pain", "too much instagram")) {
            assertThat(thesaurus.conceptsAndRelated(text).keySet())
                    .isNotEmpty()
                    .allMatch(concept -> thesaurus.index(concept) >= 0);
        }
    }

    private static double length(float[] vector) {
        return Math.sqrt(IntStream.range(0, vector.length)
                .mapToDouble(i -> (double) vector[i] * vector[i])
                .sum());
    }
}
