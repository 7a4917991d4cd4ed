package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import dev.trellis.platform.Role;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an intake to what is offered for it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RecommendationsTest {
    @Inject
    Given given;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void offersFiveWithEveryPartOfTheirScoreAndTheReasons() {
        var ana = given.person("ana");
        var intake = Suggesting.intake(ana, "I cannot fall asleep at night");

        var answer = ana.post("/intakes/" + intake + "/recommendations", null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("suspended").asBoolean()).isFalse();
        assertThat(answer.text("/intake_id")).isEqualTo(intake.toString());
        assertThat(answer.text("/embedder")).isEqualTo("trellis-builtin-1");
        assertThat(answer.text("/policy")).isNotBlank();
        assertThat(answer.text("/disclaimer")).isNotBlank();
        assertThat(Suggesting.items(answer)).hasSize(5).allSatisfy(item -> {
            var score = item.path("score");
            var evidence = item.at("/evidence/grade").asText();
            assertThat(score.path("score").asDouble())
                    .isCloseTo(
                            0.55 * score.path("rel").asDouble()
                                    + 0.30 * score.path("theta").asDouble()
                                    + 0.15 * EvidenceGrade.valueOf(evidence).weight(),
                            within(1e-9));
            assertThat(score.path("mean").asDouble()).isBetween(0.0, 1.0);
            assertThat(item.path("propensity").asDouble()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(item.path("explanation").asText()).contains("Evidence:");
            assertThat(item.at("/evidence/text").asText()).isNotBlank();
            assertThat(item.path("contraindications").asText()).isNotBlank();
        });
        assertThat(Suggesting.items(answer))
                .extracting(item -> item.path("category").asText())
                .contains("sleep");
    }

    @Test
    void staysTheSameAllDayAndIsStoredEachTimeItIsShown() {
        var ana = given.person("ana");
        var intake = Suggesting.intake(ana, "Less stress at work");

        var first = Suggesting.suggest(ana, intake, 5);
        var second = Suggesting.suggest(ana, intake, 5);

        assertThat(Suggesting.items(second)).isEqualTo(Suggesting.items(first));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(ana.get("/intakes/" + intake + "/recommendations").body()).isEqualTo(second.body());
        assertThat(Owner.count("recommendation_items", "recommendation_id", first.id()))
                .isEqualTo(5);
        assertThat(Owner.number("select count(*) from recommendation_items where recommendation_id = '" + first.id()
                        + "' and position = 1 and intervention_id = "
                        + Suggesting.ids(first).getFirst()))
                .isEqualTo(1);
    }

    @Test
    void oneKeyShowsOnce() {
        var ana = given.person("ana");
        var intake = Suggesting.intake(ana, "Less stress at work");
        var keyed = ana.header("Idempotency-Key", UUID.randomUUID().toString());

        var first = Suggesting.suggest(keyed, intake, 3);
        var second = Suggesting.suggest(keyed, intake, 3);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(Owner.count("recommendations", "intake_id", intake)).isEqualTo(1);
    }

    @Test
    void offersAsManyAsWantedBetweenOneAndTen() {
        var ana = given.person("ana");
        var intake = Suggesting.intake(ana, "Sleep better and move more");

        assertThat(Suggesting.ids(Suggesting.suggest(ana, intake, 1))).hasSize(1);
        assertThat(Suggesting.ids(Suggesting.suggest(ana, intake, 10))).hasSize(10);
        for (var limit : List.of(0, 11)) {
            assertThat(ana.post("/intakes/" + intake + "/recommendations", Map.of("limit", limit))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(ana.get("/intakes/" + UUID.randomUUID() + "/recommendations").status())
                .isEqualTo(404);
    }

    @Test
    void beforeAnythingWasShownThereIsNothingToRead() {
        var ana = given.person("ana");
        var intake = Suggesting.intake(ana, "Sleep");

        assertThat(ana.get("/intakes/" + intake + "/recommendations").status()).isEqualTo(404);
    }

    @Test
    void underAHoldThereIsHelpAndNothingElse() {
        var ana = given.person("ana");
        var intake = Suggesting.intake(ana, "Sleep better");
        Suggesting.suggest(ana, intake, 5);
        ana.post("/intakes", Map.of("goal", "I want to kill myself"));

        for (var answer :
                List.of(Suggesting.suggest(ana, intake, 5), ana.get("/intakes/" + intake + "/recommendations"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("suspended").asBoolean()).isTrue();
            assertThat(answer.body().path("items")).isEmpty();
            assertThat(answer.body().path("excluded")).isEmpty();
            assertThat(answer.text("/safety/messages/0")).isNotBlank();
            assertThat(answer.text("/safety/resumes")).isNotBlank();
        }
        assertThat(Owner.count("recommendations", "intake_id", intake)).isEqualTo(1);

        ana.post("/safety/confirm-safe", null);

        assertThat(Suggesting.ids(Suggesting.suggest(ana, intake, 5))).hasSize(5);
    }

    @Test
    void leavesOutWhatIsRunningAndSaysSo() {
        var ana = given.person("ana");
        Periods.start(ana);

        var answer = Suggesting.suggest(ana, Suggesting.intake(ana, "A calm evening before bed, winding down"), 10);

        assertThat(Suggesting.ids(answer)).doesNotContain(Periods.WIND_DOWN);
        assertThat(reason(answer, Periods.WIND_DOWN)).isEqualTo("active_now");
    }

    @Test
    void leavesOutWhatEndedLatelyUnlessItIsWantedAgain() {
        var ana = given.person("ana");
        Periods.complete(ana, Periods.start(ana));
        var goal = "A calm evening before bed, winding down";

        var usual = Suggesting.suggest(ana, Suggesting.intake(ana, goal), 10);
        var again = Suggesting.suggest(ana, Suggesting.intake(ana, Map.of("goal", goal, "wants_repeats", true)), 10);
        assertThat(reason(usual, Periods.WIND_DOWN)).isEqualTo("completed_recently");
        assertThat(reason(again, Periods.WIND_DOWN)).isEqualTo("not excluded");
    }

    @Test
    void leavesOutWhatWasBlockedOrIsTooLong() {
        var ana = given.person("ana");
        var intake = Suggesting.intake(
                ana,
                Map.of(
                        "goal",
                        "Eat better and move more",
                        "blocked_categories",
                        List.of("nutrition"),
                        "max_duration_days",
                        21));

        var answer = Suggesting.suggest(ana, intake, 10);

        assertThat(Suggesting.items(answer)).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("category").asText()).isNotEqualTo("nutrition");
            assertThat(item.path("duration_days").asInt()).isLessThanOrEqualTo(21);
        });
        assertThat(reason(answer, 30)).isIn("category_blocked", "longer_than_wanted");
    }

    @Test
    void aBirthDateSpeaksLouderThanATick() {
        var ana = given.person("ana");
        var saved = ana.put(
                "/me/profile",
                Map.of("birth_date", "2012-01-01", "cycle_tracking", false, "safety_flags", Map.of("minor", false)));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);

        var answer = Suggesting.suggest(ana, Suggesting.intake(ana, "Log what I eat, weigh less"), 10);

        assertThat(excluded(answer))
                .filteredOn(item -> item.path("tag").asText().equals("minor"))
                .isNotEmpty();
    }

    @Test
    void offersAtMostOneOfAMembersAmongFive() {
        var rita = given.person("rita", Role.REVIEWER);
        var ana = given.person("ana");
        for (var name : List.of("Quokka breathing one", "Quokka breathing two", "Quokka breathing three")) {
            Suggesting.review(rita, Suggesting.submit(ana, Suggesting.submission(name)), Map.of("decision", "approve"));
        }
        clock.advance(Duration.ofSeconds(3));

        var answer = Suggesting.suggest(ana, Suggesting.intake(ana, "Quokka breathing by the window with tea"), 5);

        assertThat(Suggesting.items(answer))
                .filteredOn(item -> item.path("from_member").asBoolean())
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(item ->
                        assertThat(item.path("label").asText()).isEqualTo("from a member, not reviewed as evidence"));
    }

    @Test
    void somebodyElsesSuggestionsDoNotExist() {
        var ana = given.person("ana");
        var eve = given.person("eve");
        var intake = Suggesting.intake(ana, "Sleep");
        Suggesting.suggest(ana, intake, 5);

        assertThat(eve.get("/intakes/" + intake + "/recommendations").status()).isEqualTo(404);
        assertThat(eve.post("/intakes/" + intake + "/recommendations", null).status())
                .isEqualTo(404);
    }

    @Test
    void theExposureReportCountsWhatWasShown() {
        var ana = given.person("ana");
        var operator = given.operator("otto");
        var before = operator.get("/operations/exposure").body();
        Suggesting.suggest(ana, Suggesting.intake(ana, "Sleep"), 5);

        var after = operator.get("/operations/exposure").body();

        assertThat(after.path("shown").asLong()).isEqualTo(before.path("shown").asLong() + 5);
        assertThat(after.path("gini").asDouble()).isBetween(0.0, 1.0);
        assertThat(after.path("items").asInt()).isGreaterThanOrEqualTo(62);
        assertThat(after.path("alarm").asBoolean()).isEqualTo(after.path("gini").asDouble() > 0.6);
        assertThat(ana.get("/operations/exposure").status()).isEqualTo(403);
    }

    private static String reason(Api.Answer answer, int interventionId) {
        return excluded(answer).stream()
                .filter(item -> item.path("intervention_id").asInt() == interventionId)
                .map(item -> item.path("reason").asText())
                .findFirst()
                .orElse("not excluded");
    }

    private static List<JsonNode> excluded(Api.Answer answer) {
        return StreamSupport.stream(answer.body().path("excluded").spliterator(), false)
                .toList();
    }
}
