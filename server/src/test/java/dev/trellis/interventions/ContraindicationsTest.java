package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.interventions.recommendation.ContraindicationTag.Action;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is offered what speaks against them, whoever they are and whatever they ask for. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ContraindicationsTest {
    private static final List<String> GOALS = List.of(
            "Sleep through the night",
            "Lose weight and log what I eat",
            "Get stronger and fitter",
            "Less pain in my period",
            "Stop scrolling",
            "Concentrate when I study",
            "Feel less lonely",
            "Calm down");

    @Inject
    Given given;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomPeopleAreNeverOfferedWhatIsExcludedForThem(long seed) {
        var random = new Random(seed);
        var ana = given.person("ana");
        var tagsById = tagsOfTheCatalogue(ana);
        for (var goal : GOALS) {
            var present = someOf(random);
            Suggesting.answersEverything(ana, present);

            var answer = Suggesting.suggest(ana, Suggesting.intake(ana, goal), 10);

            assertThat(Suggesting.items(answer)).allSatisfy(item -> {
                var against =
                        new TreeSet<>(tagsById.get(item.path("intervention_id").asInt()));
                against.retainAll(present);
                assertThat(against).noneMatch(tag -> tag.action() == Action.HARD_EXCLUDE);
                if (against.stream().anyMatch(tag -> tag.action() == Action.CLINICIAN_FIRST)) {
                    assertThat(item.path("position").asInt()).isGreaterThan(1);
                    assertThat(item.path("cautions")).isNotEmpty();
                }
            });
        }
    }

    @Test
    void whoHasAnEatingDisorderIsOfferedNoCountingOfFood() {
        var ana = given.person("ana");
        Suggesting.tells(ana, Map.of("ed_flag", true));

        for (var goal : GOALS) {
            assertThat(Suggesting.items(Suggesting.suggest(ana, Suggesting.intake(ana, goal), 10)))
                    .extracting(item -> item.path("slug").asText())
                    .doesNotContain("food_log_4w", "meal_planning", "progress_monitoring");
        }
    }

    @Test
    void whoIsPregnantIsOfferedNoHeatRestrictionOrSprints() {
        var ana = given.person("ana");
        Suggesting.tells(ana, Map.of("pregnancy", true));

        for (var goal : GOALS) {
            assertThat(Suggesting.items(Suggesting.suggest(ana, Suggesting.intake(ana, goal), 10)))
                    .extracting(item -> item.path("slug").asText())
                    .doesNotContain("warm_bath", "cbti_core", "exercise_snacks", "alcohol_free_days");
        }
    }

    @Test
    void whatWasNeverAskedIsAskedBeforeTheStart() {
        var ana = given.person("ana");

        var answer = Suggesting.suggest(ana, Suggesting.intake(ana, "Go to bed only when sleepy, insomnia"), 10);

        assertThat(Suggesting.items(answer))
                .filteredOn(item -> !item.path("questions").isEmpty())
                .isNotEmpty()
                .allSatisfy(item ->
                        assertThat(item.at("/questions/0/text").asText()).endsWith("?"));
    }

    @Test
    void cycleItemsAreForThoseWhoWantCycleFeatures() {
        var ana = given.person("ana");
        var intake = Suggesting.intake(ana, "Less pain in my period");

        assertThat(Suggesting.items(Suggesting.suggest(ana, intake, 10)))
                .noneMatch(item -> item.path("category").asText().equals("menstrual"));

        Suggesting.answersEverything(ana, Set.of());

        assertThat(Suggesting.items(Suggesting.suggest(ana, intake, 10)))
                .anyMatch(item -> item.path("category").asText().equals("menstrual"));
    }

    private static Map<Integer, Set<ContraindicationTag>> tagsOfTheCatalogue(Api person) {
        var tags = new HashMap<Integer, Set<ContraindicationTag>>();
        var path = "/interventions?limit=100";
        for (var page = person.get(path); ; page = person.get(path + "&cursor=" + page.text("/next_cursor"))) {
            for (var item : Suggesting.items(page)) {
                var own = EnumSet.noneOf(ContraindicationTag.class);
                item.path("contraindication_tags").forEach(tag -> own.add(ContraindicationTag.of(tag.asText())));
                tags.put(item.path("intervention_id").asInt(), own);
            }
            if (!page.body().has("next_cursor")) {
                return tags;
            }
        }
    }

    private static Set<ContraindicationTag> someOf(Random random) {
        var present = EnumSet.noneOf(ContraindicationTag.class);
        Arrays.stream(ContraindicationTag.values())
                .filter(tag -> random.nextInt(6) == 0)
                .forEach(present::add);
        return present;
    }
}
