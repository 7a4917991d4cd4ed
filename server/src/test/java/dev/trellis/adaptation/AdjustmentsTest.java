package dev.trellis.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.events.Deliveries;
import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day made different (domain 05.6, T5.6a to i): what is done unasked, what is asked, and how it is taken back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AdjustmentsTest {
    /** A Monday with a session at six in the evening; the clock stands at noon. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static final Map<String, ?> GOOD =
            Map.of("sleep_hours", 7.5, "sleep_quality", 4, "soreness", 2, "fatigue", 2, "stress", 2, "mood", 4);
    /** Readiness 50.6 of 100, of which 85 % is known. */
    private static final Map<String, ?> AMBER =
            Map.of("sleep_hours", 6.5, "sleep_quality", 3, "soreness", 4, "fatigue", 3, "stress", 3, "mood", 3);

    private static final Map<String, ?> ORANGE =
            Map.of("sleep_hours", 5.5, "sleep_quality", 2, "soreness", 3, "fatigue", 4, "stress", 4, "mood", 3);

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    @Inject
    Deliveries deliveries;

    @Inject
    Database database;

    @Inject
    Calendar calendar;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void anAmberDayIsMadeEasierUnaskedAndCanBeUndone() {
        var ana = trained(true, 14);
        var planned = session(ana, MONDAY);

        var day = analysed(ana, AMBER);

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
        var now = session(ana, MONDAY);
        assertThat(now.session().sets())
                .isEqualTo(Math.ceilDiv(planned.session().sets() * 4, 5));
        assertThat(now.changes())
                .containsExactly(UUID.fromString(made.path("id").asText()));
        assertThat(now.session().exercises().getFirst().inReserve())
                .isEqualTo(planned.session().exercises().getFirst().inReserve() + 1);

        var undone = ana.post("/adjustments/" + made.path("id").asText() + "/undo", null);

        assertThat(undone.text("/status")).as(undone.text()).isEqualTo("undone");
        assertThat(undone.body().path("user_overridden").asBoolean()).isTrue();
        assertThat(session(ana, MONDAY).detail()).isEqualTo(planned.detail());
        assertThat(events(ana, "adjustment.applied")).isEqualTo(1);
        assertThat(events(ana, "adjustment.undone")).isEqualTo(1);
    }

    @Test
    void whatWasUndoneIsNotProposedAgainThatDay() {
        var ana = trained(true, 14);
        var id = analysed(ana, AMBER).text("/adjustments/0/id");
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
        var ana = trained(false, 14);
        var planned = session(ana, MONDAY);

        var day = analysed(ana, AMBER);
        var id = day.text("/adjustments/0/id");

        assertThat(day.text("/adjustments/0/status")).isEqualTo("pending");
        assertThat(session(ana, MONDAY)).isEqualTo(planned);
        deliveries.workOff(() -> true);
        assertThat(ana.get("/notifications").text("/items/0/type")).isEqualTo("adjustment_proposed");

        var approved = ana.post("/adjustments/" + id + "/approve", null);

        assertThat(approved.text("/status")).as(approved.text()).isEqualTo("approved");
        assertThat(approved.text("/applied_at")).isEqualTo("2026-11-16T12:00:00Z");
        assertThat(session(ana, MONDAY).session().sets())
                .isLessThan(planned.session().sets());
        assertThat(ana.get("/adjustments?status=approved").body().path("items")).hasSize(1);
        assertThat(ana.get("/adjustments?status=pending").body().path("items")).isEmpty();
        assertThat(ana.get("/adjustments?from=2026-11-17").body().path("items")).isEmpty();
    }

    @Test
    void littleHistoryIsLittleConfidence() {
        var ana = trained(true, 7);

        var day = analysed(ana, AMBER);

        assertThat(day.body().at("/confidence").asDouble()).isEqualTo(0.425);
        assertThat(day.text("/adjustments/0/status")).isEqualTo("pending");
    }

    @Test
    void halfASessionIsAlwaysAsked() {
        var ana = trained(true, 14);

        var day = analysed(
                ana,
                Map.of("sleep_hours", 5.0, "sleep_quality", 2, "soreness", 4, "fatigue", 4, "stress", 4, "mood", 2));

        assertThat(day.text("/adjustments/0/status")).as(day.text()).isEqualTo("pending");
        assertThat(day.text("/adjustments/0/rules/0")).isIn("orange", "red");
        assertThat(day.body().at("/adjustments/0/training_override/reduction").asDouble())
                .isGreaterThan(0.25);
    }

    @Test
    void theThirdChangeInSevenDaysIsAsked() {
        var ana = trained(true, 14);
        assertThat(analysed(ana, AMBER).text("/adjustments/0/status")).isEqualTo("auto_applied");
        on(MONDAY.plusDays(2));
        log(ana, MONDAY.plusDays(1), GOOD);
        assertThat(analysed(ana, AMBER).text("/adjustments/0/status")).isEqualTo("auto_applied");
        on(MONDAY.plusDays(5));

        var third = analysed(ana, AMBER);

        assertThat(third.text("/adjustments/0/status")).as(third.text()).isEqualTo("pending");
        assertThat(third.body().at("/adjustments/0/inputs/auto_in_seven_days").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatNobodyAnsweredExpiresWhenTheSessionBegins() {
        var ana = trained(false, 14);
        var id = analysed(ana, AMBER).text("/adjustments/0/id");
        clock.set(Instant.parse("2026-11-16T18:00:00Z"));

        assertThat(ana.post("/adjustments/" + id + "/approve", null).text("/detail"))
                .contains("expired");
        jobs.runNow("expire_adjustments");

        var expired = ana.get("/adjustments/" + id);
        assertThat(expired.text("/status")).isEqualTo("rejected");
        assertThat(expired.text("/reason")).isEqualTo("expired");
        assertThat(events(ana, "adjustment.rejected")).isEqualTo(1);
        assertThat(ana.post("/adjustments/analyze", null).body().path("adjustments"))
                .isEmpty();
    }

    @Test
    void whatWasDoneCannotBeUndone() {
        var ana = trained(true, 14);
        var id = analysed(ana, AMBER).text("/adjustments/0/id");
        done(ana, session(ana, MONDAY));

        var late = ana.post("/adjustments/" + id + "/undo", null);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/detail")).contains("done already");
        assertThat(ana.get("/adjustments/" + id).text("/status")).isEqualTo("auto_applied");
    }

    @Test
    void aFeverStopsTrainingWhateverTheSettingsSay() {
        var ana = trained(false, 14);
        var planned = session(ana, MONDAY);

        var day = analysed(ana, Map.of("illness", "fever"));
        var hold = day.body().at("/adjustments").get(0);
        var id = hold.path("id").asText();

        assertThat(hold.path("status").asText()).as(day.text()).isEqualTo("auto_applied");
        assertThat(hold.path("hold").asBoolean()).isTrue();
        assertThat(hold.path("override_type").asText()).isEqualTo("training");
        assertThat(hold.path("user_overridden").asBoolean()).isFalse();
        assertThat(hold.path("rules").get(0).asText()).isEqualTo("illness_stops_training");
        assertThat(session(ana, MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);
        assertThat(day.text("/advice/0")).contains("Drink");

        assertThat(ana.post("/adjustments/" + id + "/undo", null).text("/detail"))
                .contains("symptom_check");
        assertThat(ana.post("/adjustments/" + id + "/undo", symptoms(false, 10)).status())
                .isEqualTo(409);
        assertThat(ana.post("/adjustments/" + id + "/undo", symptoms(true, 30)).status())
                .isEqualTo(409);
        assertThat(session(ana, MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);

        var well = ana.post("/adjustments/" + id + "/undo", symptoms(false, 30));

        assertThat(well.text("/status")).as(well.text()).isEqualTo("undone");
        assertThat(session(ana, MONDAY).detail()).isEqualTo(planned.detail());
        assertThat(ana.get("/context-log/" + MONDAY).text("/illness")).isEqualTo("none");
    }

    @Test
    void afterAnIllnessTrainingComesBackInSteps() {
        var ana = trained(false, 14);
        log(ana, MONDAY.minusDays(4), Map.of("illness", "below_neck"));
        log(ana, MONDAY.minusDays(3), Map.of("illness", "none"));
        var planned = session(ana, MONDAY).session().sets();

        var first = analysed(ana, GOOD);

        assertThat(first.text("/adjustments/0/rules/0")).as(first.text()).isEqualTo("return_after_illness");
        assertThat(first.body().at("/adjustments/0/inputs/return_share").asDouble())
                .isEqualTo(0.5);
        assertThat(sets(first.body().at("/adjustments/0/training_override/after/0/session")))
                .isEqualTo(Math.ceilDiv(planned, 2));
        done(ana, session(ana, MONDAY));
        on(MONDAY.plusDays(2));
        assertThat(analysed(ana, GOOD)
                        .body()
                        .at("/adjustments/0/inputs/return_share")
                        .asDouble())
                .isEqualTo(0.75);
        done(ana, session(ana, MONDAY.plusDays(2)));
        on(MONDAY.plusDays(5));
        assertThat(analysed(ana, GOOD).body().path("adjustments")).isEmpty();
    }

    @Test
    void aNewerProposalTakesThePlaceOfOneThatWaits() {
        var ana = trained(false, 14);
        var older = analysed(ana, AMBER).text("/adjustments/0/id");
        var same = ana.post("/adjustments/analyze", null);
        assertThat(same.text("/adjustments/0/id")).isEqualTo(older);

        var newer = analysed(ana, ORANGE);

        assertThat(newer.body().path("adjustments")).as(newer.text()).hasSize(1);
        assertThat(newer.text("/adjustments/0/id")).isNotEqualTo(older);
        var before = ana.get("/adjustments/" + older);
        assertThat(before.text("/status")).isEqualTo("rejected");
        assertThat(before.text("/reason")).isEqualTo("superseded");
    }

    @Test
    void whoeverDeclinesIsNotAskedAgainThatDay() {
        var ana = trained(false, 14);
        var id = analysed(ana, AMBER).text("/adjustments/0/id");
        assertThat(ana.post("/adjustments/" + id + "/reject", null).text("/status"))
                .isEqualTo("rejected");

        assertThat(ana.post("/adjustments/analyze", null).body().path("adjustments"))
                .isEmpty();
    }

    @Test
    void aHoldTakesThePlaceOfWhatWasAgreed() {
        var ana = trained(true, 14);
        var amber = analysed(ana, AMBER).text("/adjustments/0/id");

        var ill = analysed(ana, Map.of("illness", "fever"));

        assertThat(ill.body().at("/adjustments/0/hold").asBoolean())
                .as(ill.text())
                .isTrue();
        assertThat(ana.get("/adjustments/" + amber).text("/status")).isEqualTo("undone");
        assertThat(ana.get("/adjustments/" + amber)
                        .body()
                        .path("user_overridden")
                        .asBoolean())
                .isFalse();
        assertThat(session(ana, MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);
    }

    @Test
    void painExchangesWhatLoadsIt() {
        var ana = trained(false, 14);
        var told = new HashMap<String, Object>(GOOD);
        told.put("pain_regions", Map.of("knee", 6));

        var day = analysed(ana, told);

        assertThat(day.text("/adjustments/0/rules/0")).as(day.text()).isEqualTo("pain");
        assertThat(day.body()
                        .at("/adjustments/0/training_override/after/0/session/exercises")
                        .findValuesAsText("exercise_id"))
                .isNotEqualTo(day.body()
                        .at("/adjustments/0/training_override/before/0/session/exercises")
                        .findValuesAsText("exercise_id"));
    }

    @Test
    void whoUndoesThreeOfFiveIsAskedFromThenOn() {
        var ana = trained(true, 14);
        for (var week = 0; week < 3; week++) {
            on(MONDAY.plusWeeks(week));
            var made = analysed(ana, AMBER);
            assertThat(made.text("/adjustments/0/status")).as(made.text()).isEqualTo("auto_applied");
            ana.post("/adjustments/" + made.text("/adjustments/0/id") + "/undo", null);
            for (var day = 1; day < 7; day++) {
                on(MONDAY.plusWeeks(week).plusDays(day));
                log(ana, MONDAY.plusWeeks(week).plusDays(day), day < 3 ? hard(3 * week + day) : GOOD);
            }
        }

        assertThat(ana.get("/adaptation-settings").body().path("auto_adjust").asBoolean())
                .isFalse();
        deliveries.workOff(() -> true);
        assertThat(ana.get("/notifications").body().at("/items").findValuesAsText("type"))
                .contains("auto_adjust_off");
    }

    @Test
    void theMorningIsLookedAtOnceAtThePersonsOwnHour() {
        var aroha = lasting(given.person("aroha", "Pacific/Auckland"));
        begin(aroha, MONDAY.plusDays(1));
        settings(aroha, false, "07:30");
        log(aroha, MONDAY.plusDays(1), Map.of("illness", "fever"));
        clock.set(Instant.parse("2026-11-17T18:00:00Z")); // 07:00 of the 18th in Auckland
        log(aroha, MONDAY.plusDays(2), Map.of("illness", "fever"));
        jobs.runNow("analyse_mornings");
        assertThat(aroha.get("/adjustments").body().path("items")).isEmpty();
        clock.advance(Duration.ofMinutes(30));

        jobs.runNow("analyse_mornings");
        jobs.runNow("analyse_mornings");

        var found = aroha.get("/adjustments?from=2026-11-18&to=2026-11-18");
        assertThat(found.body().path("items")).as(found.text()).isNotEmpty();
        assertThat(found.text("/items/0/date")).isEqualTo("2026-11-18");
        assertThat(Owner.number("select count(*) from adaptation_settings where morning_done_on = '2026-11-18'"
                        + " and user_id = '" + id(aroha) + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsToldLaterIsLookedAtAgain() {
        var ana = trained(false, 14);
        jobs.runNow("analyse_mornings");
        assertThat(ana.get("/adjustments").body().path("items")).isEmpty();

        log(ana, MONDAY, Map.of("illness", "below_neck"));
        deliveries.workOff(() -> true);

        assertThat(ana.get("/adjustments").body().at("/items/0/hold").asBoolean())
                .isTrue();
        assertThat(session(ana, MONDAY).status()).isEqualTo(CalendarEvent.Status.OFF);
    }

    @Test
    void threeLowDaysProposeALightWeek() {
        var ana = trained(false, 14);
        log(ana, MONDAY.minusDays(2), ORANGE);
        log(ana, MONDAY.minusDays(1), ORANGE);
        var wednesday = session(ana, MONDAY.plusDays(2)).session();

        var day = analysed(ana, ORANGE);
        var id = day.text("/proposals/0");

        assertThat(day.body().path("proposals")).as(day.text()).hasSize(1);
        assertThat(ana.post("/adjustments/analyze", null).body().path("proposals"))
                .isEmpty();
        var approved = ana.post("/plan_changes/" + id + "/approve", null);
        assertThat(approved.text("/status")).as(approved.text()).isEqualTo("applied");
        var lighter = session(ana, MONDAY.plusDays(2)).session();
        assertThat(lighter.light()).isTrue();
        assertThat(lighter.sets()).isLessThan(wednesday.sets());
        assertThat(ana.post("/plan_changes/" + id + "/reject", null).text("/detail"))
                .contains("applied");
        assertThat(events(ana, "plan_change.approved")).isEqualTo(1);
    }

    @Test
    void aFeverInADeficitEatsMoreByATenthAtMost() {
        var ana = given.person("ana");
        Consulting.usual()
                .with("equipment_and_schedule", "session_time", "18:00")
                .with("goals", "weight_aim", "lose")
                .complete(ana, Map.of("start_date", MONDAY.toString()));
        double planned = kcal(ana, MONDAY);

        var day = analysed(ana, Map.of("illness", "fever"));
        var food = day.body().path("adjustments").get(1);

        assertThat(food.path("override_type").asText()).as(day.text()).isEqualTo("nutrition");
        int before = food.at("/nutrition_override/kcal_before").asInt();
        int after = food.at("/nutrition_override/kcal_after").asInt();
        assertThat(after).isGreaterThan(before).isLessThanOrEqualTo((int) (before * 1.1));
        assertThat(food.path("status").asText()).isEqualTo("pending");
        assertThat(ana.post("/adjustments/" + food.path("id").asText() + "/approve", null)
                        .status())
                .isEqualTo(200);
        assertThat(kcal(ana, MONDAY)).isGreaterThan(planned).isBetween(after * 0.95, after * 1.05);
        ana.post("/adjustments/" + food.path("id").asText() + "/undo", null);
        assertThat(kcal(ana, MONDAY)).isEqualTo(planned);
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
        var ana = trained(false, 14);
        var id = analysed(ana, AMBER).text("/adjustments/0/id");
        var ben = given.person("ben");

        assertThat(ben.get("/adjustments/" + id).status()).isEqualTo(404);
        for (var decision : List.of("approve", "reject", "undo")) {
            assertThat(ben.post("/adjustments/" + id + "/" + decision, null).status())
                    .isEqualTo(404);
        }
        assertThat(ana.get("/adjustments/" + id).text("/status")).isEqualTo("pending");
    }

    /** Somebody with a program from Monday on and so many days of history, the first four of them hard. */
    private Api trained(boolean auto, int days) {
        var person = lasting(given.person("ana"));
        begin(person, MONDAY);
        settings(person, auto, "06:00");
        for (var back = days; back >= 1; back--) {
            log(person, MONDAY.minusDays(back), back > days - 4 ? hard(back) : GOOD);
        }
        return person;
    }

    /** A hard day, each a little different: days that are all the same would be taken for a typing error. */
    private static Map<String, ?> hard(int number) {
        var day = new HashMap<String, Object>(ORANGE);
        day.put("sleep_hours", 4.5 + number / 10.0);
        return day;
    }

    /** With a token that outlives the weeks of a test. */
    private Api lasting(Api person) {
        return given.nobody()
                .with(person.post("/me/tokens", Map.of("name", "test", "scopes", List.of("read", "write")))
                        .text("/token"));
    }

    private static void begin(Api person, LocalDate start) {
        Consulting.usual()
                .with("equipment_and_schedule", "session_time", "18:00")
                .complete(person, Map.of("start_date", start.toString()));
    }

    private static void settings(Api person, boolean auto, String morning) {
        var chosen = person.put(
                "/adaptation-settings",
                Map.of(
                        "auto_adjust",
                        auto,
                        "fewer_carbs_on_cuts",
                        false,
                        "auto_raise_calories",
                        false,
                        "morning_at",
                        morning));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
    }

    private static Api.Answer analysed(Api person, Map<String, ?> context) {
        var answer = person.post("/adjustments/analyze", Map.of("context", context));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static void log(Api person, LocalDate day, Map<String, ?> context) {
        var written = person.put("/context-log/" + day, context);
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private CalendarEvent session(Api person, LocalDate day) {
        return of(person, day, CalendarEvent.Kind.SESSION).getFirst();
    }

    private double kcal(Api person, LocalDate day) {
        return of(person, day, CalendarEvent.Kind.MEAL).stream()
                .mapToDouble(event -> event.meal().kcal())
                .sum();
    }

    private List<CalendarEvent> of(Api person, LocalDate day, CalendarEvent.Kind kind) {
        var id = id(person);
        return database.asJob(tx -> calendar.between(tx, id, day, day)).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    /** As matching would have found it. */
    private static void done(Api person, CalendarEvent session) {
        Owner.executeAsSuperuser("""
                insert into adherence_records (user_id, program_id, session_instance_id, date, status, dose, credit, assessed_at)
                values ('%s', '%s', '%s', '%s', 'completed', 1, 1, now())
                    on conflict (user_id, session_instance_id) do update set status = 'completed', dose = 1, credit = 1
                """.formatted(id(person), session.programId(), session.itemId(), session.date()));
    }

    private static Map<String, ?> symptoms(boolean fever, int hours) {
        return Map.of(
                "symptom_check", Map.of("fever", fever, "below_neck", false, "chest", false, "hours_free", hours));
    }

    private static int sets(JsonNode session) {
        int sets = 0;
        for (var exercise : session.path("exercises")) {
            sets += exercise.path("sets").asInt();
        }
        return sets;
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }

    private static long events(Api person, String type) {
        return Owner.number(
                "select count(*) from events where user_id = '" + id(person) + "' and type = '" + type + "'");
    }
}
