package dev.trellis.adaptation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.adaptation.matching.Adherence.Item;
import dev.trellis.vectors.WorkedExamples;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingVectorsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    static Stream<WorkedExamples> ratio() {
        return WorkedExamples.of("ratio_sim");
    }

    static Stream<WorkedExamples> activity() {
        return WorkedExamples.of("activity_match");
    }

    static Stream<WorkedExamples> meal() {
        return WorkedExamples.of("meal_match");
    }

    static Stream<WorkedExamples> assign() {
        return WorkedExamples.of("assign");
    }

    @ParameterizedTest
    @MethodSource("ratio")
    void aTenthMoreOrLessIsAsGoodAsTheSame(WorkedExamples example) {
        assertThat(Similarity.ofRatio(example.inputs().path("ratio").asDouble(), 1.0))
                .isCloseTo(example.expected().asDouble(), within(example.tolerance()));
    }

    @ParameterizedTest
    @MethodSource("activity")
    void activitiesAreComparedWithThePlan(WorkedExamples example) {
        var similarity = new SessionSimilarity(id -> id)
                .of(
                        session(example.inputs().path("plan"), 0),
                        session(example.inputs().path("actual"), null));
        assertSimilarity(similarity, Item.SESSION, example);
        assertThat(similarity.confidence())
                .isCloseTo(example.expected().path("conf").asDouble(), within(example.tolerance()));
    }

    @ParameterizedTest
    @MethodSource("meal")
    void mealsAreComparedWithThePlan(WorkedExamples example) {
        var categories = example.inputs().path("category");
        var similarity = MealSimilarity.of(
                meal(example.inputs().path("plan"), 0, categories),
                meal(example.inputs().path("actual"), null, categories));
        assertSimilarity(similarity, Item.MEAL, example);
    }

    @ParameterizedTest
    @MethodSource("assign")
    void theBestPairingIsFoundAndNotTheGreediest(WorkedExamples example) {
        var rows = example.inputs().path("S");
        var similarity = new double[rows.size()][rows.get(0).size()];
        var minutes = new long[rows.size()][rows.get(0).size()];
        for (var i = 0; i < similarity.length; i++) {
            for (var j = 0; j < similarity[i].length; j++) {
                similarity[i][j] = rows.get(i).get(j).asDouble();
            }
        }
        var expected = new ArrayList<Integer>();
        example.expected().forEach(actual -> expected.add(actual.isNull() ? Assignment.NOBODY : actual.asInt()));
        assertThat(example.inputs().path("tau").asDouble()).isEqualTo(Assignment.THRESHOLD);
        assertThat(Assignment.of(similarity, minutes))
                .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "null",
            value = {
                "E4.6n, completed completed similar partial:0.5 skipped unknown, 0.66",
                "E4.6o, completed skipped skipped partial:0.9, 0.425",
                "E4.6p, completed completed completed completed completed, 1.0",
                "E4.6q, completed completed skipped unknown unknown unknown unknown unknown, null",
                "too few, completed completed completed, null",
                "half, completed completed completed completed unknown unknown unknown unknown, 1.0"
            })
    void adherenceOfAPeriodLeavesOutWhatIsUnknown(String id, String items, @Nullable Double expected) {
        var adherence = Stream.of(items.split(" "))
                .map(word -> word.split(":"))
                .map(word -> new Adherence(
                        AdherenceStatus.valueOf(word[0].toUpperCase(Locale.ROOT)),
                        word.length == 2 ? Double.valueOf(word[1]) : null,
                        false))
                .toList();
        var period = PeriodAdherence.of(adherence);
        assertThat(period.isPresent()).as(id).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(period.getAsDouble()).isCloseTo(expected, within(1e-9));
        }
    }

    private static void assertSimilarity(Similarity similarity, Item item, WorkedExamples example) {
        var expected = example.expected();
        var tolerance = within(example.tolerance());
        assertThat(similarity.score()).isCloseTo(expected.path("S").asDouble(), tolerance);
        assertThat(similarity.kind()).isCloseTo(expected.path("K").asDouble(), tolerance);
        assertThat(similarity.dose()).isCloseTo(expected.path("D").asDouble(), tolerance);
        var adherence = Adherence.of(item, similarity, true, true, null);
        assertThat(adherence.status().name().toLowerCase(Locale.ROOT))
                .isEqualTo(expected.path("status").asText());
    }

    private static Activity session(JsonNode node, @Nullable Integer hour) {
        return new Activity(
                UUID.randomUUID(),
                DAY,
                time(node, hour),
                ActivityType.valueOf(node.path("type").asText().toUpperCase(Locale.ROOT)),
                number(node, "min"),
                number(node, "km"),
                node.has("zone") ? node.path("zone").asInt() : null,
                Map.of());
    }

    private static EatenMeal meal(JsonNode node, @Nullable Integer hour, JsonNode categories) {
        var items = new ArrayList<EatenMeal.Item>();
        node.path("items")
                .forEach(item -> items.add(new EatenMeal.Item(
                        item.asText(), categories.path(item.asText()).asText())));
        return new EatenMeal(
                UUID.randomUUID(),
                DAY,
                time(node, hour),
                "lunch",
                node.path("kcal").asDouble(),
                node.path("p").asDouble(),
                node.path("c").asDouble(),
                node.path("f").asDouble(),
                List.copyOf(items));
    }

    /** The plan is for six in the morning; an actual says how many hours later it was, or nothing. */
    private static @Nullable LocalTime time(JsonNode node, @Nullable Integer planned) {
        var six = LocalTime.of(6, 0);
        if (planned != null) {
            return six;
        }
        return node.has("dh") ? six.plusMinutes(Math.round(60 * node.path("dh").asDouble())) : null;
    }

    private static @Nullable Double number(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asDouble() : null;
    }
}
