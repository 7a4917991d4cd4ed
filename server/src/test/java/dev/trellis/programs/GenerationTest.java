package dev.trellis.programs;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Api;
import dev.trellis.testing.Archive;
import dev.trellis.testing.Consulting;
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

/** From what a person told to a program that is stored whole, or not at all. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class GenerationTest {
    private static final List<String> TABLES = List.of(
            "programs",
            "session_instances",
            "exercise_plan_items",
            "meal_instances",
            "meal_item_plan",
            "calendar_events");

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void completingAConsultationMakesItsProgram() {
        var ana = given.person("ana");
        var id = Consulting.usual().tell(ana);

        var made = ana.post("/consultation/" + id + "/complete", null);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var program = made.text("/program/id");
        assertThat(made.header("Location")).endsWith("/programs/" + program);
        assertThat(made.text("/program/start_date")).as("tomorrow").isEqualTo("2026-11-17");
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("completed");
        assertThat(count(ana, "session_instances")).isEqualTo(36);
        assertThat(count(ana, "meal_instances")).isEqualTo(12 * 7 * 4);
        assertThat(count(ana, "calendar_events")).isEqualTo(36 + 12 * 7 * 4);
        assertThat(count(ana, "exercise_plan_items")).isGreaterThan(36 * 4);
        assertThat(count(ana, "meal_item_plan")).isGreaterThan(12 * 7 * 8);
        assertThat(events(ana, "program.generated")).isEqualTo(1);
        var stored = ana.get("/programs/" + program).body();
        assertThat(stored.path("training")).isEqualTo(made.body().at("/program/training"));
        assertThat(stored.path("nutrition")).isEqualTo(made.body().at("/program/nutrition"));
        assertThat(stored.at("/training/weeks")).hasSize(12);
        assertThat(stored.at("/training/weeks/0/sets/quads").asDouble()).isPositive();
        assertThat(stored.at("/nutrition/targets/calories/target").asInt()).isGreaterThan(1200);
        assertThat(stored.at("/inputs/request/training/equipment")).hasSize(3);
        assertThat(stored.path("next_reassessment_date").asText()).isEqualTo("2026-12-01");
        assertThat(ana.post("/consultation/" + id + "/complete", null).problem())
                .isEqualTo("already-completed");
    }

    @Test
    void sessionsAreOnTheDaysThatWereChosenFromTheStartOn() {
        var ana = given.person("ana");

        var made = Consulting.usual().complete(ana, Map.of("start_date", "2026-11-19", "weeks", 2));

        assertThat(made.body().path("sessions"))
                .extracting(session -> session.path("date").asText())
                .containsExactly("2026-11-21", "2026-11-23", "2026-11-25", "2026-11-28", "2026-11-30", "2026-12-02");
        assertThat(made.body().at("/sessions/0/start_time").asText()).isEqualTo("06:30:00");
        assertThat(made.body().path("menu")).hasSize(28);
        assertThat(made.text("/program/end_date")).isEqualTo("2026-12-03");
    }

    @Test
    void aPreviewStoresNothingAndShowsWhatWouldBeStored() {
        var ana = given.person("ana");
        var id = Consulting.usual().tell(ana);

        var shown = ana.post("/consultation/" + id + "/complete", Map.of("dry_run", true));

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.body().path("stored").asBoolean(true)).isFalse();
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("open");
        TABLES.forEach(table -> assertThat(count(ana, table)).as(table).isZero());
        var made = ana.post("/consultation/" + id + "/complete", null);
        assertThat(made.body().path("sessions")).isEqualTo(shown.body().path("sessions"));
        assertThat(made.body().path("menu")).isEqualTo(shown.body().path("menu"));
        var again = ana.post("/programs/generate", Map.of("dry_run", true));
        assertThat(again.body().path("menu"))
                .as("the same answers")
                .isEqualTo(shown.body().path("menu"));
        var other = ana.post("/programs/generate", Map.of("dry_run", true, "seed", 7));
        assertThat(other.body().path("menu"))
                .as("another seed")
                .isNotEqualTo(shown.body().path("menu"));
        assertThat(count(ana, "programs")).isEqualTo(1);
    }

    @Test
    void aConsultationWithGapsIsNotCompleted() {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();

        var refused = ana.post("/consultation/" + id + "/complete", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("open", "about_you", "food");
        assertThat(ana.post("/programs/generate", null).problem()).isEqualTo("wrong-state");
    }

    @Test
    void whoMayNeitherTrainNorHaveTargetsIsToldWhyAndTheConsultationStaysOpen() {
        var ana = given.person("ana");
        var id = Consulting.usual()
                .with("health", "warning_signs", List.of("fainting"))
                .with("health", "health_conditions", List.of("insulin_or_sulfonylurea"))
                .tell(ana);

        var refused = ana.post("/consultation/" + id + "/complete", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("program-refused");
        assertThat(refused.text("/detail")).contains("see a doctor before any exercise", "belong to your clinic");
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("open");
        TABLES.forEach(table -> assertThat(count(ana, table)).as(table).isZero());
        assertThat(events(ana, "consultation.completed")).isZero();
    }

    @Test
    void aGoalThatIsNotHealthyIsRefusedAndCanBeChanged() {
        var ana = given.person("ana");
        var id = Consulting.usual()
                .with("goals", "weight_aim", "lose")
                .with("goals", "goal_weight_kg", 45)
                .tell(ana);

        var refused = ana.post("/consultation/" + id + "/complete", null);

        assertThat(refused.problem()).isEqualTo("program-refused");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/goal_bmi_too_low");
        ana.put(
                "/consultations/" + id + "/sections/goals",
                Map.of("training_aim", "strength", "weight_aim", "lose", "goal_weight_kg", 60));
        assertThat(ana.post("/consultation/" + id + "/complete", null).status()).isEqualTo(201);
    }

    @Test
    void aTargetBelowRestingEnergyIsConfirmedFirst() {
        var ana = given.person("ana");
        var id = Consulting.usual()
                .with("about_you", "activity_level", "sedentary")
                .with("about_you", "weight_kg", 90)
                .with("goals", "weight_aim", "lose")
                .with("goals", "rate_percent_per_week", 1)
                .tell(ana);

        var refused = ana.post("/consultation/" + id + "/complete", null);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/below_resting_energy");
        var made = ana.post("/consultation/" + id + "/complete", Map.of("confirm_below_resting", true));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.body().at("/program/nutrition/notes"))
                .anySatisfy(note -> assertThat(note.path("text").asText()).contains("You have confirmed that"));
    }

    @Test
    void whoHasHadAnEatingDisorderSeesNoNumbers() {
        var ana = given.person("ana");
        var made = Consulting.usual()
                .with("health", "eating_disorder", true)
                .with("goals", "weight_aim", "lose")
                .complete(ana);

        var program = ana.get("/programs/" + made.text("/program/id"));
        var day = ana.get("/calendar/full?from=2026-11-17&to=2026-11-17");

        for (var answer : List.of(made, program, day, ana.get("/programs/current"))) {
            assertThat(answer.text()).doesNotContain("kcal", "\"kg\"", "\"protein");
        }
        assertThat(program.text()).contains("deficit_not_given", "stop_ed");
        assertThat(day.body().at("/events/0/meal/items/0/grams").asInt()).isPositive();
    }

    @Test
    void oneWhoMayNotTrainStillGetsMeals() {
        var ana = given.person("ana");

        var made = Consulting.usual()
                .with("health", "warning_signs", List.of("palpitations"))
                .complete(ana);

        assertThat(made.text("/program/training/refused")).isEqualTo("symptoms");
        assertThat(made.body().path("sessions")).isEmpty();
        assertThat(count(ana, "meal_instances")).isEqualTo(12 * 7 * 4);
    }

    @Test
    void whatWasWeighedSinceCountsInstead() {
        var ana = given.person("ana");
        Consulting.usual().complete(ana);
        var before = ana.post("/programs/generate", Map.of("dry_run", true));

        ana.post("/measurements", Map.of("weight_kg", 71.4, "measured_at", "2026-11-16T11:59:00Z"));
        var older = ana.post("/programs/generate", Map.of("dry_run", true));
        clock.advance(Duration.ofMinutes(1));
        ana.post("/measurements", Map.of("weight_kg", 71.4));
        var newer = ana.post("/programs/generate", Map.of("dry_run", true));

        assertThat(kg(before)).isEqualTo(65);
        assertThat(kg(older)).as("weighed before it was told").isEqualTo(65);
        assertThat(kg(newer)).isEqualTo(71.4);
    }

    @Test
    void anotherProgramTakesThePlaceOfTheFirst() {
        var ana = given.person("ana");
        var first = Consulting.usual().complete(ana, Map.of("start_date", "2026-11-16"));

        var second = ana.post("/programs/generate", Map.of("start_date", "2026-11-18"));

        assertThat(second.status()).as(second.text()).isEqualTo(201);
        var old = ana.get("/programs/" + first.text("/program/id"));
        assertThat(old.text("/status")).isEqualTo("replaced");
        assertThat(old.text("/ended_on")).isEqualTo("2026-11-18");
        assertThat(programsOn(ana, "2026-11-17")).containsOnly(first.text("/program/id"));
        assertThat(programsOn(ana, "2026-11-18")).containsOnly(second.text("/program/id"));
        assertThat(ana.get("/programs/current").text("/program/id")).isEqualTo(second.text("/program/id"));
        assertThat(ana.get("/programs").body().path("items")).hasSize(2);
        assertThat(events(ana, "program.ended")).isEqualTo(1);
    }

    @Test
    void ofProgramsMadeAtOnceOneIsActiveAndNothingIsHalfThere() {
        var ana = given.person("ana");
        Consulting.usual().complete(ana);

        var made = inParallel(4, () -> ana.post("/programs/generate", Map.of("weeks", 2)));

        assertThat(made).allMatch(answer -> answer.status() == 201);
        assertThat(Owner.number(
                        "select count(*) from programs where status = 'active' and user_id = '" + id(ana) + "'"))
                .isEqualTo(1);
        assertThat(count(ana, "programs")).isEqualTo(5);
        assertThat(count(ana, "calendar_events")).isEqualTo(2 * 3 + 2 * 7 * 4);
    }

    @Test
    void whatFailsInTheMiddleLeavesNothing() {
        var ana = given.person("ana");
        var id = Consulting.usual().tell(ana);
        try (var broken = Owner.refusingInserts("calendar_events", id(ana))) {
            assertThat(ana.post("/consultation/" + id + "/complete", null).status())
                    .isEqualTo(500);
        }

        TABLES.forEach(table -> assertThat(count(ana, table)).as(table).isZero());
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("open");
        assertThat(events(ana, "program.generated")).isZero();
        assertThat(ana.post("/consultation/" + id + "/complete", null).status()).isEqualTo(201);
    }

    @Test
    void theSameKeyMakesOneProgram() {
        var ana = given.person("ana");
        Consulting.usual().complete(ana);
        var keyed = ana.header("Idempotency-Key", "once");

        var first = keyed.post("/programs/generate", Map.of("weeks", 1));
        var second = keyed.post("/programs/generate", Map.of("weeks", 1));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.text("/program/id")).isEqualTo(first.text("/program/id"));
        assertThat(count(ana, "programs")).isEqualTo(2);
    }

    @Test
    void aStartInThePastOrFarAheadIsRefused() {
        var ana = given.person("ana");
        Consulting.usual().complete(ana);

        for (var day : List.of("2026-11-15", "2027-02-15")) {
            assertThat(ana.post("/programs/generate", Map.of("start_date", day)).text("/errors/0/pointer"))
                    .isEqualTo("/start_date");
        }
        assertThat(ana.post("/programs/generate", Map.of("weeks", 53)).status()).isEqualTo(422);
    }

    @Test
    void wordsThatSoundLikeDangerComeBeforePrograms() {
        var ana = given.person("ana");
        Consulting.usual().complete(ana);
        ana.post("/intakes", Map.of("goal", "I want to kill myself tonight"));

        assertThat(ana.post("/programs/generate", null).problem()).isEqualTo("safety-hold");
    }

    @Test
    void whatIsAnasDoesNotExistForBen() {
        var ana = given.person("ana");
        var ben = given.person("ben");
        var open = Consulting.usual().tell(ana);

        assertThat(ben.post("/consultation/" + open + "/complete", null).status())
                .isEqualTo(404);
        var made = ana.post("/consultation/" + open + "/complete", null);
        assertThat(ben.get("/programs/" + made.text("/program/id")).status()).isEqualTo(404);
        assertThat(ben.get("/programs/current").status()).isEqualTo(404);
        assertThat(ben.get("/calendar?from=2026-11-16&to=2026-12-16").body().path("events"))
                .isEmpty();
    }

    @Test
    void itIsInTheArchiveAndGoesWithThePerson() {
        var ana = given.person("ana");
        var anaId = id(ana);
        Consulting.usual().complete(ana, Map.of("weeks", 1));

        assertThat(Archive.text(ana, "data/meal_item_plan.json")).contains("food_id");
        assertThat(Archive.text(ana, "data/programs.json")).contains("2026-11-17");
        assertThat(ana.delete("/me").status()).isEqualTo(200);
        TABLES.forEach(table ->
                assertThat(Owner.count(table, "user_id", anaId)).as(table).isZero());
    }

    private static double kg(Api.Answer previewed) {
        return previewed.body().at("/program/inputs/request/health/body/kg").asDouble();
    }

    private static List<String> programsOn(Api person, String day) {
        var events = person.get("/calendar?from=" + day + "&to=" + day).body().path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .map((JsonNode event) -> event.path("program_id").asText())
                .toList();
    }

    private static long count(Api person, String table) {
        return Owner.count(table, "user_id", id(person));
    }

    private static long events(Api person, String type) {
        return Owner.number(
                "select count(*) from events where type = '" + type + "' and user_id = '" + id(person) + "'");
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }
}
