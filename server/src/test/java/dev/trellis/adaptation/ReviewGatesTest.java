package dev.trellis.adaptation;

import static dev.trellis.adaptation.Lives.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds a review back, or turns it round (domain 06.2, 06.3): safety, hard weeks, the cycle, pain, falling strength. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReviewGatesTest {
    @Inject
    Lives lives;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void whoTracksACycleIsReviewedOnceAWholeOneIsCovered() {
        var ana = lives.losing();
        assertThat(ana.put("/me/profile", Map.of("cycle_tracking", true)).status())
                .isEqualTo(200);
        ana.weigh(0, 28, day -> 80);
        ana.eat(0, 28, ana.target());

        var early = ana.reviewed();

        assertThat(early.text("/calories/gate")).as(early.text()).isEqualTo("cycle_not_covered");
        assertThat(early.text("/calories/outcome")).isEqualTo("no_change");
        ana.weigh(28, 42, day -> 80);
        ana.eat(28, 42, ana.target());
        assertThat(ana.reviewed().text("/calories/outcome")).isEqualTo("changed");
    }

    @Test
    void aHoldForSafetyBringsTheWeightToRestUntilThePersonIsSafe() {
        var ana = lives.losing();
        ana.weigh(0, 28, day -> 80);
        ana.eat(0, 28, ana.target());
        ana.mark(14, 28, 1);
        ana.post("/intakes", Map.of("goal", "Feel better", "text", "I want to kill myself"));

        var held = ana.reviewed();

        assertThat(held.text("/calories/gate")).as(held.text()).isEqualTo("safety_hold");
        assertThat(held.text("/calories/outcome")).isEqualTo("to_maintenance");
        assertThat(held.text("/calories/status")).isEqualTo("applied");
        int kept = held.body().at("/calories/after").asInt();
        assertThat(kept).isGreaterThan(ana.target());
        assertThat(held.text("/volume/gate")).isEqualTo("safety_hold");
        assertThat(ana.kcal(MONDAY.plusDays(30))).isBetween(kept * 0.94, kept * 1.06);
        ana.post("/safety/confirm-safe", null);
        ana.weigh(28, 42, day -> 80);
        ana.eat(28, 42, kept);
        assertThat(ana.reviewed().text("/calories/outcome")).isEqualTo("changed");
    }

    @Test
    void whoBecameTooLightIsBroughtToMaintenance() {
        var ana = lives.begun(
                Consulting.usual().with("about_you", "weight_kg", 60).with("goals", "weight_aim", "lose"), MONDAY);
        ana.weigh(0, 28, day -> 50);
        ana.eat(0, 28, ana.target());

        var review = ana.reviewed();

        assertThat(review.text("/calories/gate")).as(review.text()).isEqualTo("safety_stop");
        assertThat(review.text("/calories/outcome")).isEqualTo("to_maintenance");
        assertThat(review.text("/calories/status")).isEqualTo("applied");
    }

    @Test
    void afterManyHardDaysNothingIsChanged() {
        var ana = lives.losing();
        ana.weigh(0, 28, day -> 80);
        ana.eat(0, 28, ana.target());
        for (var day = 15; day <= 28; day += 2) {
            var hard = new HashMap<String, Object>(Lives.RED);
            hard.put("sleep_hours", 4 + day / 20.0);
            ana.log(MONDAY.plusDays(day), hard);
        }
        ana.mark(14, 28, 1);

        var review = ana.reviewed();

        assertThat(review.text("/calories/gate")).as(review.text()).isEqualTo("low_readiness");
        assertThat(review.body().at("/calories/after").asInt()).isEqualTo(ana.target());
        assertThat(review.body().at("/volume/terms/readiness").asDouble()).isLessThan(40);
        assertThat(change(review.body().path("volume"))).isZero();
    }

    @Test
    void unusualDaysAreLeftOut() {
        var ana = lives.losing();
        ana.weigh(0, 28, day -> 80 - day * 0.05 + (day >= 24 ? 3 : 0));
        ana.eat(0, 28, ana.target());
        var spoilt = ana.post("/programs/current/reassess", Map.of("dry_run", true));
        for (var day = 24; day < 28; day++) {
            ana.log(MONDAY.plusDays(day), Map.of("unusual", true));
        }

        var review = ana.reviewed();

        assertThat(spoilt.body().at("/calories/terms/slope").asDouble()).isPositive();
        assertThat(review.body().at("/calories/terms/slope").asDouble())
                .as(review.text())
                .isCloseTo(-0.35, Offset.offset(0.03));
    }

    @Test
    void foodAndTrainingAreNotMadeHarderAtOnce() {
        var ana = lives.losing();
        ana.weigh(0, 28, day -> 80);
        ana.eat(0, 28, ana.target());
        ana.mark(14, 28, 1);

        var review = ana.reviewed();

        assertThat(change(review.body().path("calories"))).as(review.text()).isNegative();
        assertThat(review.body().at("/volume/terms/adherence").asDouble()).isEqualTo(1);
        assertThat(review.body().at("/volume/terms/may_increase").asBoolean()).isFalse();
        assertThat(change(review.body().path("volume"))).isZero();
    }

    @Test
    void moreTrainingIsAlwaysAsked() {
        var ana = lives.losing();
        ana.settings(true, true, true, "06:00");
        ana.on(MONDAY.plusDays(14));
        ana.mark(0, 14, 1);
        int before = ana.sets(15, 21);

        var volume = ana.reviewed().body().path("volume");

        assertThat(change(volume)).as(volume.toString()).isPositive();
        assertThat(volume.path("status").asText()).isEqualTo("pending");
        assertThat(ana.sets(15, 21)).isEqualTo(before);
        ana.post("/plan_changes/" + volume.path("plan_change_id").asText() + "/approve", null);
        assertThat(ana.sets(15, 21)).isGreaterThan(before);
    }

    @Test
    void painMeansFewerSetsHoweverMuchWasDone() {
        var ana = lives.losing();
        ana.on(MONDAY.plusDays(14));
        ana.log(MONDAY.plusDays(12), Map.of("pain_regions", Map.of("knee", 5)));
        ana.mark(0, 14, 1);

        var volume = ana.reviewed().body().path("volume");

        assertThat(volume.at("/terms/pain").asBoolean()).as(volume.toString()).isTrue();
        assertThat(volume.at("/terms/factor").asDouble()).isEqualTo(0.9);
        assertThat(change(volume)).isNegative();
    }

    @Test
    void fallingStrengthMeansNoMoreSets() {
        var ana = lives.losing();
        var lifted = ana.session(MONDAY).session().exercises().stream()
                .filter(exercise -> !exercise.timed())
                .findFirst()
                .orElseThrow()
                .exerciseId();
        ana.on(MONDAY.plusDays(14));
        for (var week = 0; week < 5; week++) {
            double kg = 20 - week;
            var sets = Stream.generate(() -> Map.of("reps", 8, "load_kg", kg, "rir", 2))
                    .limit(3)
                    .toList();
            var done = ana.post(
                    "/activities",
                    Map.of(
                            "type",
                            "strength",
                            "started_at",
                            MONDAY.plusDays(3L * week) + "T09:00:00Z",
                            "duration_s",
                            2700,
                            "exercises",
                            List.of(Map.of("exercise_id", lifted, "sets", sets))));
            assertThat(done.status()).as(done.text()).isEqualTo(201);
        }
        ana.mark(0, 14, 1);

        var volume = ana.reviewed().body().path("volume");

        assertThat(volume.at("/terms/strength_percent").asDouble())
                .as(volume.toString())
                .isLessThan(-1);
        assertThat(volume.at("/terms/adherence").asDouble()).isEqualTo(1);
        assertThat(change(volume)).isZero();
    }

    @Test
    void twoSignsOfTooMuchProposeALightWeekAndOneDoesNot() {
        var ana = lives.losing();
        var ben = lives.losing();
        for (var life : List.of(ana, ben)) {
            life.on(MONDAY.plusDays(14));
            life.log(MONDAY.plusDays(12), Map.of("pain_regions", Map.of("knee", 5)));
        }
        ana.mark(0, 14, 3);
        ben.mark(0, 14, 1);

        ana.reviewed();
        ben.reviewed();

        assertThat(light(ben)).isEmpty();
        var proposed = light(ana);
        assertThat(proposed).hasSize(1);
        assertThat(proposed.getFirst().path("status").asText()).isEqualTo("pending");
        int before = ana.sets(15, 21);
        var approved =
                ana.post("/plan_changes/" + proposed.getFirst().path("id").asText() + "/approve", null);
        assertThat(approved.text("/status")).as(approved.text()).isEqualTo("applied");
        assertThat(ana.sets(15, 21)).isLessThan(before);
        assertThat(ana.sessions(15, 21)).allMatch(session -> session.session().light());
        assertThat(ana.sessions(22, 28)).noneMatch(session -> session.session().light());
    }

    private static List<JsonNode> light(Life life) {
        return StreamSupport.stream(
                        life.get("/plan_changes?limit=100").body().path("items").spliterator(), false)
                .filter(change -> change.path("kind").asText().equals("deload"))
                .toList();
    }

    private static int change(JsonNode loop) {
        return loop.path("after").asInt() - loop.path("before").asInt();
    }
}
