package dev.trellis.adaptation;

import static dev.trellis.adaptation.Lives.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a review notices beside its controllers (domain 06.6): a goal reached, a plateau, and twelve weeks of deficit. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MilestonesTest {
    private static final String TIME_FOR_A_BREAK = "You have eaten less than you spend for ";

    @Inject
    Given given;

    @Inject
    Jobs jobs;

    @Inject
    Lives lives;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void whoReachedTheirGoalKeepsItFromThenOn() {
        var ana = lives.begun(
                Consulting.usual()
                        .with("about_you", "weight_kg", 70)
                        .with("goals", "weight_aim", "lose")
                        .with("goals", "goal_weight_kg", 69.5),
                MONDAY);
        ana.weigh(0, 28, day -> 69.8);
        ana.eat(0, 28, ana.target());

        var reached = ana.reviewed();

        assertThat(reached.body().path("messages"))
                .as(reached.text())
                .extracting(JsonNode::asText)
                .anyMatch(message -> message.startsWith("You reached your goal"));
        assertThat(reached.body().at("/calories/terms/set_point").asDouble()).isZero();
        ana.weigh(28, 42, day -> 71);
        ana.eat(28, 42, ana.target());
        var kept = ana.reviewed();
        assertThat(kept.body().path("messages")).as(kept.text()).isEmpty();
        assertThat(kept.body().at("/calories/terms/set_point").asDouble()).isZero();
    }

    @Test
    void closeToTheGoalForAWeekIsNotThereYet() {
        var ana = lives.begun(
                Consulting.usual()
                        .with("about_you", "weight_kg", 72)
                        .with("goals", "weight_aim", "lose")
                        .with("goals", "goal_weight_kg", 69.5),
                MONDAY);
        ana.weigh(0, 28, day -> day < 14 ? 72 : 69.5);
        ana.eat(0, 28, ana.target());

        var review = ana.reviewed();

        assertThat(review.body().at("/calories/terms/set_point").asDouble())
                .as(review.text())
                .isNegative();
    }

    @Test
    void aPlateauIsSaidOnlyWhereTheLogIsCompleteEnoughToKnow() {
        var ana = lives.losing();
        var ben = lives.losing();
        ana.weigh(0, 28, day -> 80);
        ana.eat(0, 28, ana.target());
        ben.weigh(0, 28, day -> 80);
        ben.eat(0, 22, ben.target());
        ana.on(MONDAY.plusDays(28));

        assertThat(ana.reviewed().body().path("messages"))
                .extracting(JsonNode::asText)
                .anyMatch(message -> message.startsWith("Your weight has stayed about the same"));
        assertThat(ben.reviewed().body().path("messages")).isEmpty();
    }

    @Test
    void afterTwelveWeeksOfDeficitABreakIsOfferedAndOutlastsALowerTarget() {
        var ana = losingForSixteenWeeks();
        ana.on(MONDAY.plusDays(70));
        assertThat(ana.reviewed().body().path("messages")).isEmpty();
        ana.weigh(56, 84, day -> 80);
        ana.eat(56, 84, ana.target());

        var review = ana.reviewed();

        assertThat(messages(review)).as(review.text()).contains(TIME_FOR_A_BREAK + "12 weeks");
        var offered = of(ana, "diet_break");
        assertThat(offered).hasSize(1);
        var rest = offered.getFirst();
        assertThat(rest.path("status").asText()).isEqualTo("pending");
        int kept = rest.at("/after/kcal").asInt();
        assertThat(kept).isGreaterThan(ana.target());
        var taken = ana.post("/plan_changes/" + rest.path("id").asText() + "/approve", null);
        assertThat(taken.text("/status")).as(taken.text()).isEqualTo("applied");
        int lower = review.body().at("/calories/after").asInt();
        assertThat(lower).isLessThan(ana.target());
        ana.post("/plan_changes/" + review.text("/calories/plan_change_id") + "/approve", null);
        for (var day : List.of(85, 91, 98)) {
            assertThat(ana.kcal(MONDAY.plusDays(day))).isBetween(kept * 0.94, kept * 1.06);
        }
        assertThat(ana.kcal(MONDAY.plusDays(99))).isBetween(lower * 0.94, lower * 1.06);
        ana.on(MONDAY.plusDays(98));
        assertThat(messages(ana.reviewed())).doesNotContain(TIME_FOR_A_BREAK);
        assertThat(of(ana, "diet_break")).hasSize(1);
    }

    @Test
    void aBreakThatIsUndoneLeavesTheTargetAgreedToMeanwhile() {
        var ana = losingForSixteenWeeks();
        ana.weigh(56, 84, day -> 80);
        ana.eat(56, 84, ana.target());
        var review = ana.reviewed();
        var rest = of(ana, "diet_break").getFirst().path("id").asText();
        ana.post("/plan_changes/" + rest + "/approve", null);
        int lower = review.body().at("/calories/after").asInt();
        var target = review.text("/calories/plan_change_id");
        ana.post("/plan_changes/" + target + "/approve", null);

        assertThat(ana.post("/plan_changes/" + rest + "/undo", null).status()).isEqualTo(200);

        for (var day : List.of(85, 91, 98, 99)) {
            assertThat(ana.kcal(MONDAY.plusDays(day))).isBetween(lower * 0.94, lower * 1.06);
        }
        var undone = ana.post("/plan_changes/" + target + "/undo", null);
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        for (var day : List.of(85, 91, 98, 99)) {
            assertThat(ana.kcal(MONDAY.plusDays(day))).isBetween(ana.target() * 0.95, ana.target() * 1.05);
        }
    }

    @Test
    void aDeficitIsCountedOverProgramsThatFollowOneAnother() {
        var ana = lives.losing();
        ana.on(MONDAY.plusDays(84));
        jobs.runNow("end_programs");
        lives.begun(
                ana,
                Lives.aimingLower(),
                Map.of("start_date", MONDAY.plusDays(85).toString()));
        ana.on(MONDAY.plusDays(99));

        var review = ana.reviewed();

        assertThat(messages(review)).as(review.text()).contains(TIME_FOR_A_BREAK + "14 weeks");
        assertThat(of(ana, "diet_break")).hasSize(1);
    }

    @Test
    void threeDaysAtMaintenanceAreNoBreakFromTwelveWeeks() {
        var ana = losingForSixteenWeeks();
        ana.on(MONDAY.plusDays(60));
        ana.log(MONDAY.plusDays(58), Lives.ORANGE);
        ana.log(MONDAY.plusDays(59), Lives.ORANGE);
        ana.analysed(Lives.ORANGE);
        var three = of(ana, "diet_break").getFirst().path("id").asText();
        assertThat(ana.post("/plan_changes/" + three + "/approve", null).text("/status"))
                .isEqualTo("applied");
        ana.on(MONDAY.plusDays(84));

        assertThat(messages(ana.reviewed())).contains(TIME_FOR_A_BREAK + "12 weeks");
    }

    private Life losingForSixteenWeeks() {
        return lives.begun(
                lives.of(given.person("ana")),
                Lives.aimingLower(),
                Map.of("start_date", MONDAY.toString(), "weeks", 16));
    }

    private static String messages(Api.Answer review) {
        return review.body().path("messages").toString();
    }

    private static List<JsonNode> of(Life life, String kind) {
        return StreamSupport.stream(
                        life.get("/plan_changes?limit=100").body().path("items").spliterator(), false)
                .filter(change -> change.path("kind").asText().equals(kind))
                .toList();
    }
}
