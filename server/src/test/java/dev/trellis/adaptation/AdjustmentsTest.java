package dev.trellis.adaptation;

import static dev.trellis.adaptation.Lives.AMBER;
import static dev.trellis.adaptation.Lives.GOOD;
import static dev.trellis.adaptation.Lives.MONDAY;
import static dev.trellis.adaptation.Lives.ORANGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.events.Deliveries;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day made different (domain 05.6, T5.6a to i): what is done unasked, what is asked, and how it is taken back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AdjustmentsTest {
    @Inject
    Given given;

    @Inject
    Lives lives;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    @Inject
    Deliveries deliveries;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void anAmberDayIsMadeEasierUnaskedAndCanBeUndone() {
        var ana = lives.trained(true, 14);
        var planned = ana.session(MONDAY);

        var day = ana.analysed(AMBER);

        assertThat(day.text("/band")).as(day.text()).isEqualTo("amber");
        assertThat(day.body().at("/readiness").asDouble()).isBetween(50.6, 50.7);
        assertThat(day.body().at("/confidence").asDouble()).isEqualTo(0.85);
        var made = day.body().at("/adjustments/0");
        assertThat(made.path("status").asText()).isEqualTo("auto_applied");
        assertThat(made.path("override_type").asText()).isEqualTo("training");
        assertThat(made.path("rules").get(0).asText()).isEqualTo("amber");
        assertThat(made.at("/inputs/readiness").asDouble()).isEqualTo(50.63);
        assertThat(made.at("/inputs/z").asDouble()).isBetween(-1.5, -0.5);
        assertThat(made.path("explanation").asText())
                .contains("51 of 100")
                .contains("instead of " + planned.session().sets() + " working sets");
        var now = ana.session(MONDAY);
        assertThat(now.session().sets())
                .isEqualTo(Math.ceilDiv(planned.session().sets() * 4, 5));
        assertThat(now.changes())
                .containsExactly(UUID.fromString(made.path("id").asText()));
        assertThat(now.session().exercises().getFirst().inReserve())
                .isEqualTo(planned.session().exercises().getFirst().inReserve() + 1);

        var undone = ana.post("/adjustments/" + made.path("id").asText() + "/undo", null);

        assertThat(undone.text("/status")).as(undone.text()).isEqualTo("undone");
        assertThat(undone.body().path("user_overridden").asBoolean()).isTrue();
        assertThat(ana.session(MONDAY).detail()).isEqualTo(planned.detail());
        assertThat(ana.events("adjustment.applied")).isEqualTo(1);
        assertThat(ana.events("adjustment.undone")).isEqualTo(1);
    }

    @Test
    void whatWasUndoneIsNotProposedAgainThatDay() {
        var ana = lives.trained(true, 14);
        var id = ana.analysed(AMBER).text("/adjustments/0/id");
        ana.post("/adjustments/" + id + "/undo", null);

        var again = ana.post("/adjustments/analyze", null);

        assertThat(again.body().path("adjustments")).as(again.text()).isEmpty();
        assertThat(ana.get("/adjustments").body().path("items")).hasSize(1);
        assertThat(ana.post("/adjustments/" + id + "/undo", null).problem()).isEqualTo("wrong-state");
        assertThat(ana.post("/adjustments/" + id + "/approve", null).text("/detail"))
                .contains("undone");
    }

    @Test
    void withAutoOffThePersonIsAskedAndAgrees() {
        var ana = lives.trained(false, 14);
        var planned = ana.session(MONDAY);

        var day = ana.analysed(AMBER);
        var id = day.text("/adjustments/0/id");

        assertThat(day.text("/adjustments/0/status")).isEqualTo("pending");
        assertThat(ana.session(MONDAY)).isEqualTo(planned);
        deliveries.workOff(() -> true);
        assertThat(ana.get("/notifications").text("/items/0/type")).isEqualTo("adjustment_proposed");

        var approved = ana.post("/adjustments/" + id + "/approve", null);

        assertThat(approved.text("/status")).as(approved.text()).isEqualTo("approved");
        assertThat(approved.text("/applied_at")).isEqualTo("2026-11-16T12:00:00Z");
        assertThat(ana.session(MONDAY).session().sets())
                .isLessThan(planned.session().sets());
        assertThat(ana.get("/adjustments?status=approved").body().path("items")).hasSize(1);
        assertThat(ana.get("/adjustments?status=pending").body().path("items")).isEmpty();
        assertThat(ana.get("/adjustments?from=2026-11-17").body().path("items")).isEmpty();
    }

    @Test
    void littleHistoryIsLittleConfidence() {
        var ana = lives.trained(true, 7);

        var day = ana.analysed(AMBER);

        assertThat(day.body().at("/confidence").asDouble()).isEqualTo(0.425);
        assertThat(day.text("/adjustments/0/status")).isEqualTo("pending");
    }

    @Test
    void halfASessionIsAlwaysAsked() {
        var ana = lives.trained(true, 14);

        var day = ana.analysed(
                Map.of("sleep_hours", 5.0, "sleep_quality", 2, "soreness", 4, "fatigue", 4, "stress", 4, "mood", 2));

        assertThat(day.text("/adjustments/0/status")).as(day.text()).isEqualTo("pending");
        assertThat(day.text("/adjustments/0/rules/0")).isIn("orange", "red");
        assertThat(day.body().at("/adjustments/0/training_override/reduction").asDouble())
                .isGreaterThan(0.25);
    }

    @Test
    void theThirdChangeInSevenDaysIsAsked() {
        var ana = lives.trained(true, 14);
        assertThat(ana.analysed(AMBER).text("/adjustments/0/status")).isEqualTo("auto_applied");
        ana.on(MONDAY.plusDays(2));
        ana.log(MONDAY.plusDays(1), GOOD);
        assertThat(ana.analysed(AMBER).text("/adjustments/0/status")).isEqualTo("auto_applied");
        ana.on(MONDAY.plusDays(5));

        var third = ana.analysed(AMBER);

        assertThat(third.text("/adjustments/0/status")).as(third.text()).isEqualTo("pending");
        assertThat(third.body().at("/adjustments/0/inputs/auto_in_seven_days").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatNobodyAnsweredExpiresWhenTheSessionBegins() {
        var ana = lives.trained(false, 14);
        var id = ana.analysed(AMBER).text("/adjustments/0/id");
        clock.set(Instant.parse("2026-11-16T18:00:00Z"));

        assertThat(ana.post("/adjustments/" + id + "/approve", null).text("/detail"))
                .contains("expired");
        jobs.runNow("expire_adjustments");

        var expired = ana.get("/adjustments/" + id);
        assertThat(expired.text("/status")).isEqualTo("rejected");
        assertThat(expired.text("/reason")).isEqualTo("expired");
        assertThat(ana.events("adjustment.rejected")).isEqualTo(1);
        assertThat(ana.post("/adjustments/analyze", null).body().path("adjustments"))
                .isEmpty();
    }

    @Test
    void whatWasDoneCannotBeUndone() {
        var ana = lives.trained(true, 14);
        var id = ana.analysed(AMBER).text("/adjustments/0/id");
        ana.done(ana.session(MONDAY));

        var late = ana.post("/adjustments/" + id + "/undo", null);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/detail")).contains("done already");
        assertThat(ana.get("/adjustments/" + id).text("/status")).isEqualTo("auto_applied");
    }

    @Test
    void aNewerProposalTakesThePlaceOfOneThatWaits() {
        var ana = lives.trained(false, 14);
        var older = ana.analysed(AMBER).text("/adjustments/0/id");
        var same = ana.post("/adjustments/analyze", null);
        assertThat(same.text("/adjustments/0/id")).isEqualTo(older);

        var newer = ana.analysed(ORANGE);

        assertThat(newer.body().path("adjustments")).as(newer.text()).hasSize(1);
        assertThat(newer.text("/adjustments/0/id")).isNotEqualTo(older);
        var before = ana.get("/adjustments/" + older);
        assertThat(before.text("/status")).isEqualTo("rejected");
        assertThat(before.text("/reason")).isEqualTo("superseded");
    }

    @Test
    void whoeverDeclinesIsNotAskedAgainThatDay() {
        var ana = lives.trained(false, 14);
        var id = ana.analysed(AMBER).text("/adjustments/0/id");
        assertThat(ana.post("/adjustments/" + id + "/reject", null).text("/status"))
                .isEqualTo("rejected");

        assertThat(ana.post("/adjustments/analyze", null).body().path("adjustments"))
                .isEmpty();
    }

    @Test
    void aHoldTakesThePlaceOfWhatWasAgreed() {
        var ana = lives.trained(true, 14);
        var amber = ana.analysed(AMBER).text("/adjustments/0/id");

        var ill = ana.analysed(Map.of("illness", "fever"));

        assertThat(ill.body().at("/adjustments/0/hold").asBoolean())
                .as(ill.text())
                .isTrue();
        assertThat(ana.get("/adjustments/" + amber).text("/status")).isEqualTo("undone");
        assertThat(ana.get("/adjustments/" + amber)
                        .body()
                        .path("user_overridden")
                        .asBoolean())
                .isFalse();
        assertThat(ana.session(MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);
    }

    @Test
    void whoUndoesThreeOfFiveIsAskedFromThenOn() {
        var ana = lives.trained(true, 14);
        for (var week = 0; week < 3; week++) {
            ana.on(MONDAY.plusWeeks(week));
            var made = ana.analysed(AMBER);
            assertThat(made.text("/adjustments/0/status")).as(made.text()).isEqualTo("auto_applied");
            ana.post("/adjustments/" + made.text("/adjustments/0/id") + "/undo", null);
            for (var day = 1; day < 7; day++) {
                ana.on(MONDAY.plusWeeks(week).plusDays(day));
                ana.log(MONDAY.plusWeeks(week).plusDays(day), day < 3 ? Lives.hard(3 * week + day) : GOOD);
            }
        }

        assertThat(ana.get("/adaptation-settings").body().path("auto_adjust").asBoolean())
                .isFalse();
        deliveries.workOff(() -> true);
        assertThat(ana.get("/notifications").body().at("/items").findValuesAsText("type"))
                .contains("auto_adjust_off");
    }

    @Test
    void somebodyWithoutAProgramAndDaysOutOfReachAreRefused() {
        var ben = given.person("ben");
        assertThat(ben.post("/adjustments/analyze", null).status()).isEqualTo(409);
        assertThat(ben.post("/adjustments/analyze", Map.of("day", "2026-11-18")).problem())
                .isEqualTo("invalid-input");
        assertThat(ben.get("/adjustments/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(ben.put("/adaptation-settings", Map.of("auto_adjust", true)).status())
                .isEqualTo(422);
    }

    @Test
    void nobodySeesOrDecidesAboutAnothersDay() {
        var ana = lives.trained(false, 14);
        var id = ana.analysed(AMBER).text("/adjustments/0/id");
        var ben = given.person("ben");

        assertThat(ben.get("/adjustments/" + id).status()).isEqualTo(404);
        for (var decision : List.of("approve", "reject", "undo")) {
            assertThat(ben.post("/adjustments/" + id + "/" + decision, null).status())
                    .isEqualTo(404);
        }
        assertThat(ana.get("/adjustments/" + id).text("/status")).isEqualTo("pending");
    }
}
