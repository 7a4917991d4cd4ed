package dev.trellis.adaptation;

import static dev.trellis.adaptation.Lives.AMBER;
import static dev.trellis.adaptation.Lives.GOOD;
import static dev.trellis.adaptation.Lives.MONDAY;
import static dev.trellis.adaptation.Lives.ORANGE;
import static dev.trellis.adaptation.Lives.RED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a day changes in training and food, and what it leaves alone (domain 05.2 to 05.5), as a person sees it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DayRulesTest {
    @Inject
    Lives lives;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aFeverStopsTrainingWhateverTheSettingsSay() {
        var ana = lives.trained(false, 14);
        var planned = ana.session(MONDAY);

        var day = ana.analysed(Map.of("illness", "fever"));
        var hold = day.body().at("/adjustments").get(0);
        var id = hold.path("id").asText();

        assertThat(hold.path("status").asText()).as(day.text()).isEqualTo("auto_applied");
        assertThat(hold.path("hold").asBoolean()).isTrue();
        assertThat(hold.path("override_type").asText()).isEqualTo("training");
        assertThat(hold.path("user_overridden").asBoolean()).isFalse();
        assertThat(hold.path("rules").get(0).asText()).isEqualTo("illness_stops_training");
        assertThat(ana.session(MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);
        assertThat(day.text("/advice/0")).contains("Drink");

        assertThat(ana.post("/adjustments/" + id + "/undo", null).text("/detail"))
                .contains("symptom_check");
        assertThat(ana.post("/adjustments/" + id + "/undo", symptoms(false, false, 10))
                        .status())
                .isEqualTo(409);
        assertThat(ana.post("/adjustments/" + id + "/undo", symptoms(true, false, 30))
                        .status())
                .isEqualTo(409);
        assertThat(ana.post("/adjustments/" + id + "/undo", symptoms(false, true, 30))
                        .status())
                .isEqualTo(409);
        assertThat(ana.session(MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);

        var well = ana.post("/adjustments/" + id + "/undo", symptoms(false, false, 30));

        assertThat(well.text("/status")).as(well.text()).isEqualTo("undone");
        assertThat(ana.session(MONDAY).detail()).isEqualTo(planned.detail());
        assertThat(ana.get("/context-log/" + MONDAY).text("/illness")).isEqualTo("none");
    }

    @Test
    void afterAnIllnessTrainingComesBackInSteps() {
        var ana = lives.trained(false, 14);
        ana.log(MONDAY.minusDays(4), Map.of("illness", "below_neck"));
        ana.log(MONDAY.minusDays(3), Map.of("illness", "none"));
        var planned = ana.session(MONDAY).session().sets();

        var first = ana.analysed(GOOD);

        assertThat(first.text("/adjustments/0/rules/0")).as(first.text()).isEqualTo("return_after_illness");
        assertThat(first.body().at("/adjustments/0/inputs/return_share").asDouble())
                .isEqualTo(0.5);
        assertThat(sets(first.body().at("/adjustments/0/training_override/after/0/session")))
                .isEqualTo(Math.ceilDiv(planned, 2));
        ana.done(ana.session(MONDAY));
        ana.on(MONDAY.plusDays(2));
        assertThat(ana.analysed(GOOD)
                        .body()
                        .at("/adjustments/0/inputs/return_share")
                        .asDouble())
                .isEqualTo(0.75);
        ana.done(ana.session(MONDAY.plusDays(2)));
        ana.on(MONDAY.plusDays(5));
        assertThat(ana.analysed(GOOD).body().path("adjustments")).isEmpty();
    }

    @Test
    void painExchangesWhatLoadsIt() {
        var ana = lives.trained(false, 14);

        var day = ana.analysed(with(GOOD, "pain_regions", Map.of("knee", 6)));

        assertThat(day.text("/adjustments/0/rules/0")).as(day.text()).isEqualTo("pain");
        assertThat(day.body()
                        .at("/adjustments/0/training_override/after/0/session/exercises")
                        .findValuesAsText("exercise_id"))
                .isNotEqualTo(day.body()
                        .at("/adjustments/0/training_override/before/0/session/exercises")
                        .findValuesAsText("exercise_id"));
    }

    @Test
    void threeLowDaysProposeALightWeek() {
        var ana = lives.trained(false, 14);
        ana.log(MONDAY.minusDays(2), ORANGE);
        ana.log(MONDAY.minusDays(1), ORANGE);
        var wednesday = ana.session(MONDAY.plusDays(2)).session();

        var day = ana.analysed(ORANGE);
        var id = day.text("/proposals/0");

        assertThat(day.body().path("proposals")).as(day.text()).hasSize(1);
        assertThat(ana.post("/adjustments/analyze", null).body().path("proposals"))
                .isEmpty();
        var approved = ana.post("/plan_changes/" + id + "/approve", null);
        assertThat(approved.text("/status")).as(approved.text()).isEqualTo("applied");
        var lighter = ana.session(MONDAY.plusDays(2)).session();
        assertThat(lighter.light()).isTrue();
        assertThat(lighter.sets()).isLessThan(wednesday.sets());
        assertThat(ana.post("/plan_changes/" + id + "/reject", null).text("/detail"))
                .contains("applied");
        assertThat(ana.events("plan_change.approved")).isEqualTo(1);
    }

    @Test
    void aFeverInADeficitEatsMoreByATenthAtMost() {
        var ana = lives.begun(
                Consulting.usual()
                        .with("equipment_and_schedule", "session_time", "18:00")
                        .with("goals", "weight_aim", "lose"),
                MONDAY);
        double planned = ana.kcal(MONDAY);

        var day = ana.analysed(Map.of("illness", "fever"));
        var food = day.body().path("adjustments").get(1);

        assertThat(food.path("override_type").asText()).as(day.text()).isEqualTo("nutrition");
        int before = food.at("/nutrition_override/kcal_before").asInt();
        int after = food.at("/nutrition_override/kcal_after").asInt();
        assertThat(after).isGreaterThan(before).isLessThanOrEqualTo((int) (before * 1.1));
        assertThat(food.path("status").asText()).isEqualTo("pending");
        assertThat(ana.post("/adjustments/" + food.path("id").asText() + "/approve", null)
                        .status())
                .isEqualTo(200);
        assertThat(ana.kcal(MONDAY)).isGreaterThan(planned).isBetween(after * 0.95, after * 1.05);
        ana.post("/adjustments/" + food.path("id").asText() + "/undo", null);
        assertThat(ana.kcal(MONDAY)).isEqualTo(planned);
    }

    @Test
    void aGoodDayStaysAsItWasPlanned() {
        var ana = lives.trained(true, 14);
        var planned = ana.session(MONDAY);

        var day = ana.analysed(GOOD);

        assertThat(day.text("/band")).as(day.text()).isEqualTo("green");
        assertThat(day.body().path("adjustments")).isEmpty();
        assertThat(ana.session(MONDAY)).isEqualTo(planned);
    }

    @Test
    void aColdLeavesHalfTheSetsAndNoneOfThemHeavy() {
        var ana = lives.trained(false, 14);
        int planned = ana.session(MONDAY).session().sets();

        var day = ana.analysed(with(GOOD, "illness", "above_neck"));

        assertThat(day.body().at("/adjustments/0/rules"))
                .as(day.text())
                .extracting(JsonNode::asText)
                .containsExactly("cold");
        assertThat(day.body().at("/adjustments/0/hold").asBoolean()).isFalse();
        var session = day.body().at("/adjustments/0/training_override/after/0/session");
        assertThat(sets(session)).isEqualTo(Math.ceilDiv(planned, 2));
        assertThat(session.path("exercises"))
                .allMatch(exercise -> exercise.path("in_reserve").asInt() >= 4);
    }

    @Test
    void aRedDayIsRestAndTwoOfThemProposeALightWeek() {
        var ana = lives.trained(false, 14);
        ana.log(MONDAY.minusDays(1), RED);

        var day = ana.analysed(RED);

        assertThat(day.text("/band")).as(day.text()).isEqualTo("red");
        assertThat(day.text("/adjustments/0/status")).isEqualTo("pending");
        assertThat(day.body().path("proposals")).hasSize(1);
        assertThat(ana.get("/plan_changes").text("/items/0/kind")).isEqualTo("deload");
        ana.post("/adjustments/" + day.text("/adjustments/0/id") + "/approve", null);
        assertThat(ana.session(MONDAY).session().exercises()).isEmpty();
    }

    @Test
    void whatIsUsualForSomebodyIsNoReasonToDoLess() {
        var ana = lives.begun(Consulting.usual().with("equipment_and_schedule", "session_time", "18:00"), MONDAY);
        for (var back = 14; back >= 1; back--) {
            ana.log(MONDAY.minusDays(back), with(AMBER, "sleep_hours", 6.3 + back % 3 / 5.0));
        }

        var day = ana.analysed(AMBER);

        assertThat(day.body().path("readiness").asDouble()).as(day.text()).isBetween(50.6, 50.7);
        assertThat(day.text("/band")).isEqualTo("green");
        assertThat(day.body().path("adjustments")).isEmpty();
    }

    @Test
    void whatADeviceMeasuresIsHeldAgainstThePersonsOwnMonth() {
        var ana = lives.trained(false, 0);
        for (var back = 20; back >= 1; back--) {
            ana.log(
                    MONDAY.minusDays(back),
                    with(with(GOOD, "hrv_rmssd", 60 + back % 4), "resting_heart_rate", 54 + back % 3));
        }
        var told = ana.analysed(AMBER);

        var measured = ana.analysed(with(with(AMBER, "hrv_rmssd", 20), "resting_heart_rate", 66));

        // Variability is a week's mean, and known without today's; the resting heart rate is today's.
        assertThat(told.body().at("/adjustments/0/inputs/coverage").asDouble()).isCloseTo(0.95, Offset.offset(1e-9));
        assertThat(measured.body().at("/adjustments/0/inputs/coverage").asDouble())
                .as(measured.text())
                .isCloseTo(1.0, Offset.offset(1e-9));
        assertThat(measured.body().path("readiness").asDouble())
                .isLessThan(told.body().path("readiness").asDouble());
    }

    @Test
    void adviceChangesNoNumber() {
        var ana = lives.trained(false, 14);
        var strained = with(GOOD, "stress", 5);
        ana.log(MONDAY.minusDays(2), strained);
        ana.log(MONDAY.minusDays(1), strained);
        ana.post("/activities", Map.of("type", "hike", "started_at", MONDAY + "T07:00:00Z", "duration_s", 6000));
        double planned = ana.kcal(MONDAY);

        var day = ana.analysed(with(strained, "sleep_hours", 5.5));

        assertThat(day.body().path("advice"))
                .as(day.text())
                .extracting(JsonNode::asText)
                .anyMatch(advice -> advice.startsWith("After a short night"))
                .anyMatch(advice -> advice.startsWith("Three days of high stress"))
                .anyMatch(advice -> advice.startsWith("For a long extra session"));
        assertThat(day.body().path("adjustments"))
                .noneMatch(one -> one.path("override_type").asText().equals("nutrition"));
        assertThat(ana.kcal(MONDAY)).isEqualTo(planned);
    }

    @Test
    void aWeekOfIllnessAsksForAClinician() {
        var ana = lives.trained(false, 14);
        for (var back = 6; back >= 1; back--) {
            ana.log(MONDAY.minusDays(back), Map.of("illness", "below_neck"));
        }

        var day = ana.analysed(Map.of("illness", "below_neck"));

        assertThat(day.body().path("advice"))
                .as(day.text())
                .extracting(JsonNode::asText)
                .anyMatch(advice -> advice.contains("ill for 7 days") && advice.contains("clinician"));
    }

    @Test
    void lessTrainingIsLessFoodOnlyForWhoeverWantsThat() {
        var ana = lives.trained(false, 14);
        var ben = lives.trained(false, 14);
        ben.settings(false, true, false, "06:00");
        double planned = ben.kcal(MONDAY);

        var unwanted = ana.analysed(RED);
        var wanted = ben.analysed(RED);

        assertThat(unwanted.text("/adjustments/0/override_type")).isEqualTo("training");
        assertThat(wanted.text("/adjustments/0/override_type"))
                .as(wanted.text())
                .isEqualTo("both");
        assertThat(wanted.text("/adjustments/0/status")).isEqualTo("pending");
        var food = wanted.body().at("/adjustments/0/nutrition_override");
        int before = food.path("kcal_before").asInt();
        assertThat(food.path("kcal_after").asInt()).isLessThan(before).isGreaterThanOrEqualTo((int) (before * 0.9));
        ben.post("/adjustments/" + wanted.text("/adjustments/0/id") + "/approve", null);
        assertThat(ben.kcal(MONDAY)).isLessThan(planned).isGreaterThanOrEqualTo(planned * 0.85);
    }

    @Test
    void threeLowDaysInADeficitProposeThreeDaysAtMaintenance() {
        var ana = lives.losing();
        double planned = ana.kcal(MONDAY.plusDays(1));
        ana.log(MONDAY.minusDays(2), ORANGE);
        ana.log(MONDAY.minusDays(1), ORANGE);

        var day = ana.analysed(ORANGE);

        assertThat(day.body().path("proposals")).as(day.text()).hasSize(2);
        var breaks = StreamSupport.stream(
                        ana.get("/plan_changes").body().path("items").spliterator(), false)
                .filter(change -> change.path("kind").asText().equals("diet_break"))
                .toList();
        assertThat(breaks).hasSize(1);
        int maintenance = breaks.getFirst().at("/after/kcal").asInt();
        assertThat((double) maintenance).isGreaterThan(planned);
        var approved = ana.post("/plan_changes/" + breaks.getFirst().path("id").asText() + "/approve", null);
        assertThat(approved.text("/status")).as(approved.text()).isEqualTo("applied");
        for (var ahead = 1; ahead <= 3; ahead++) {
            assertThat(ana.kcal(MONDAY.plusDays(ahead))).isBetween(maintenance * 0.94, maintenance * 1.06);
        }
        assertThat(ana.kcal(MONDAY.plusDays(4))).isLessThan(maintenance * 0.95);
    }

    @Test
    void whoseSafetyComesFirstRestsUntilTheyAreSafe() {
        var ana = lives.trained(false, 14);
        var planned = ana.session(MONDAY);
        ana.post("/intakes", Map.of("goal", "Feel better", "text", "I want to kill myself"));

        var day = ana.analysed(GOOD);

        assertThat(day.text("/adjustments/0/rules/0")).as(day.text()).isEqualTo("safety_hold");
        assertThat(day.text("/adjustments/0/status")).isEqualTo("auto_applied");
        assertThat(ana.session(MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);
        var address = "/adjustments/" + day.text("/adjustments/0/id") + "/undo";
        assertThat(ana.post(address, symptoms(false, false, 30)).status()).isEqualTo(409);
        assertThat(ana.post("/safety/confirm-safe", null).status()).isEqualTo(200);
        assertThat(ana.post(address, null).text("/status")).isEqualTo("undone");
        assertThat(ana.session(MONDAY).detail()).isEqualTo(planned.detail());
    }

    private static Map<String, ?> with(Map<String, ?> told, String what, Object value) {
        var more = new HashMap<String, Object>(told);
        more.put(what, value);
        return more;
    }

    private static Map<String, ?> symptoms(boolean fever, boolean chest, int hours) {
        return Map.of(
                "symptom_check", Map.of("fever", fever, "below_neck", false, "chest", chest, "hours_free", hours));
    }

    private static int sets(JsonNode session) {
        int sets = 0;
        for (var exercise : session.path("exercises")) {
            sets += exercise.path("sets").asInt();
        }
        return sets;
    }
}
