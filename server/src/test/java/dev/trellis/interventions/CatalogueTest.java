package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking around in what can be taken on. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CatalogueTest {
    @Inject
    Given given;

    @Test
    void showsOneWithItsHabitsAndEvidence() {
        var item = given.person("ana").get("/interventions/22");

        assertThat(item.status()).isEqualTo(200);
        assertThat(item.text("/name")).isEqualTo("Strength twice a week");
        assertThat(item.text("/habits/0/times_per_week")).isEqualTo("2");
        assertThat(item.body().at("/habits/1/times_per_week").isNull()).isTrue();
        assertThat(item.text("/evidence/grade")).isEqualTo("A");
        assertThat(item.text("/evidence/source")).isNotBlank();
        assertThat(item.text("/contraindications")).isNotBlank();
        assertThat(item.body().path("from_member").asBoolean()).isFalse();
    }

    @Test
    void browsesEverythingByNumberPageByPage() {
        var ana = given.person("ana");
        var seen = new ArrayList<Integer>();
        var path = "/interventions?limit=25";
        for (var page = ana.get(path); ; page = ana.get(path + "&cursor=" + page.text("/next_cursor"))) {
            seen.addAll(Suggesting.ids(page));
            if (!page.body().has("next_cursor")) {
                break;
            }
        }

        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(62);
    }

    @Test
    void filtersByCategoryAndGrade() {
        var page = given.person("ana").get("/interventions?category=sleep&grade=A&limit=100");

        assertThat(Suggesting.items(page)).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("category").asText()).isEqualTo("sleep");
            assertThat(item.path("evidence").path("grade").asText()).isEqualTo("A");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "trouble falling asleep coffee, caffeine_curfew",
        "'phone notifications distract me', notification_batch",
        "'lift weights', strength_twice",
        "'lonely want to meet people', join_group",
    })
    void findsByWordsAndMeaning(String words, String slug) {
        var ana = given.person("ana");

        var found = ana.get("/interventions?limit=8&q=" + words.replace(" ", "%20"));

        assertThat(found.text("/embedder")).isNotBlank();
        assertThat(Suggesting.items(found))
                .extracting(item -> item.path("slug").asText())
                .contains(slug);
    }

    @Test
    void aSearchKeepsToTheFilter() {
        var found = given.person("ana").get("/interventions?q=sleep%20better&category=digital");

        assertThat(Suggesting.items(found))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("category").asText()).isEqualTo("digital"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/interventions?grade=Z", "/interventions?limit=0", "/interventions?cursor=x"})
    void refusesAFilterThatCannotBe(String path) {
        assertThat(given.person("ana").get(path).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/interventions/4711", "/interventions/-1", "/interventions/100000000", "/interventions/tea"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(given.person("ana").get(path).status()).isEqualTo(404);
    }
}
