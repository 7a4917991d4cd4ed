package dev.trellis.nutrition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for foods: by whole words, by what is typed so far, and never by anything that is not a word. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FoodsTest {
    @Inject
    Given given;

    @ParameterizedTest
    @CsvSource({
        "chicken breast,chicken_breast_cooked",
        "breast chicken,chicken_breast_cooked",
        "chick,chicken_breast_cooked",
        "CHICKEN,chicken_breast_cooked",
        "eggs,egg_whole",
        "egg boil,egg_boiled",
        "blueberries,blueberries",
        "blueb,blueberries",
        "brown rice,rice_brown_cooked",
        "salm,salmon_cooked",
        "tof,tofu_firm",
        "meat poultry,turkey_breast_cooked",
    })
    void findsByWordsAndTheirBeginnings(String words, String food) {
        assertThat(ids(search(words))).contains(food);
    }

    @Test
    void putsWhatBeginsWithTheWordsFirst() {
        var found = search("milk").body().path("items");

        assertThat(found.size()).isGreaterThan(3);
        for (var position : List.of(0, 1, 2)) {
            assertThat(found.path(position).path("name").asText()).startsWith("Milk, ");
        }
        assertThat(found.path(3).path("name").asText()).doesNotStartWith("Milk");
    }

    @Test
    void allWordsMustFit() {
        assertThat(ids(search("chicken salmon"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "' or 1=1", "a:* & | !", "<->", "\\", "%25", "chicken:*|apple", "'';--"})
    void whatIsNoWordIsNoQueryEither(String words) {
        var answer = search(words);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("items").size()).isLessThan(94);
    }

    @Test
    void withoutWordsAllFoodsComeByName() {
        var all = given.person("ana").get("/foods?limit=100");

        assertThat(all.body().path("items")).hasSize(94);
        assertThat(StreamSupport.stream(all.body().path("items").spliterator(), false)
                        .map(food -> food.path("name").asText().toLowerCase(Locale.ROOT))
                        .toList())
                .first()
                .asString()
                .startsWith("a");
    }

    @Test
    void aFoodSaysWhatItHoldsAndWhereThatIsFrom() {
        var rice = given.person("ana").get("/foods/rice_white_cooked");

        assertThat(rice.body().path("kcal").asDouble()).isEqualTo(130);
        assertThat(rice.body().path("protein_g").asDouble()).isEqualTo(2.7);
        assertThat(rice.text("/source")).contains("USDA");
        assertThat(rice.text("/state")).isEqualTo("cooked");
        assertThat(given.person("ana").get("/foods/tempeh").body().has("fibre_g"))
                .as("unknown is not zero")
                .isFalse();
        assertThat(given.person("ana").get("/foods/ambrosia").status()).isEqualTo(404);
    }

    @Test
    void refusesASearchThatIsTooLong() {
        assertThat(search("x".repeat(101)).body().at("/errors/0/pointer").asText())
                .isEqualTo("/query/q");
        assertThat(given.nobody().get("/foods?q=rice").status()).isEqualTo(401);
    }

    private Answer search(String words) {
        return given.person("ana").get("/foods?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static List<String> ids(Answer found) {
        return StreamSupport.stream(found.body().path("items").spliterator(), false)
                .map((JsonNode food) -> food.path("food_id").asText())
                .toList();
    }
}
