package dev.trellis.nutrition;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Api;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Archive;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ate: with its nutrients, on their own day, corrected in the open, taken back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FoodEntriesTest {
    private static final Map<String, Object> RICE = Map.of("food_id", "rice_white_cooked", "grams", 150);
    private static final Map<String, Object> CHICKEN = Map.of("food_id", "chicken_breast_cooked", "grams", 120);
    private static final Map<String, Object> CAKE =
            Map.of("name", "Aunt's cake", "quantity", "a slice", "calories", 320, "protein", 4, "carbs", 40, "fat", 16);

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aMealIsKeptWithWhatItHolds() {
        var ana = given.person("ana");

        var logged =
                log(ana, Map.of("meal_type", "lunch", "notes", " with lemon ", "foods", List.of(RICE, CHICKEN, CAKE)));

        assertThat(logged.status()).as(logged.text()).isEqualTo(201);
        assertThat(logged.header("Location")).endsWith("/food-entries/" + logged.id());
        assertThat(logged.text("/timestamp")).isEqualTo("2026-11-16T12:00:00Z");
        assertThat(logged.text("/day")).isEqualTo("2026-11-16");
        assertThat(logged.text("/notes")).isEqualTo("with lemon");
        assertThat(logged.body().at("/foods/0/calories").asDouble()).isEqualTo(195);
        assertThat(logged.body().at("/foods/0/protein").asDouble()).isEqualTo(4.05);
        assertThat(logged.text("/foods/2/name")).isEqualTo("Aunt's cake");
        assertThat(logged.body().path("total_calories").asInt()).isEqualTo(713);
        assertThat(logged.body().at("/total_macros/protein").asDouble()).isEqualTo(45.3);
        assertThat(logged.body().at("/total_macros/fibre_complete").asBoolean()).isFalse();
        assertThat(ana.get("/food-entries/" + logged.id()).body()).isEqualTo(logged.body());
        assertThat(Owner.number("select count(*) from meals where id = '" + logged.id() + "' and total_calories = 713"
                        + " and planned_meal_instance_id is null and adherence_json is null"))
                .isEqualTo(1);
        assertThat(events(ana, "food.logged")).isEqualTo(1);
    }

    @Test
    void theDayIsThePersonsOwn() {
        var auckland = given.person("aroha", "Pacific/Auckland");
        var losAngeles = given.person("luis", "America/Los_Angeles");
        auckland.patch("/me", Map.of("day_start", "04:00"));
        var atMidday = Map.of("foods", List.of(RICE), "timestamp", "2026-11-15T12:00:00Z");
        var beforeFour = Map.of("foods", List.of(RICE), "timestamp", "2026-11-15T14:59:59.999Z");
        var atFour = Map.of("foods", List.of(RICE), "timestamp", "2026-11-15T15:00:00Z");

        assertThat(log(losAngeles, atMidday).text("/day")).isEqualTo("2026-11-15");
        assertThat(log(auckland, atMidday).text("/day"))
                .as("01:00 of the 16th, before the day begins")
                .isEqualTo("2026-11-15");
        assertThat(log(auckland, beforeFour).text("/day")).isEqualTo("2026-11-15");
        assertThat(log(auckland, atFour).text("/day")).isEqualTo("2026-11-16");

        var sixteenth = auckland.get("/food-entries?from=2026-11-16&to=2026-11-16");
        assertThat(sixteenth.body().path("items")).hasSize(1);
        var days = auckland.get("/food-entries/days?from=2026-11-01&to=2026-11-30");
        assertThat(days.body().path("items")).hasSize(2);
        assertThat(days.text("/items/0/day")).isEqualTo("2026-11-15");
        assertThat(days.body().at("/items/0/calories").asInt()).isEqualTo(390);
        assertThat(days.body().at("/items/0/entries").asInt()).isEqualTo(2);
    }

    @Test
    void aLabelStaysWhenSomebodyMoves() {
        var ana = given.person("ana");
        var id = log(ana, Map.of("foods", List.of(RICE), "timestamp", "2026-11-16T01:00:00Z"))
                .id();
        ana.patch("/me", Map.of("time_zone", "America/Los_Angeles"));

        assertThat(ana.get("/food-entries/" + id).text("/day")).isEqualTo("2026-11-16");
        assertThat(ana.patch("/food-entries/" + id, Map.of("notes", "late")).text("/day"))
                .isEqualTo("2026-11-16");
        assertThat(ana.patch("/food-entries/" + id, Map.of("timestamp", "2026-11-16T02:00:00Z"))
                        .text("/day"))
                .as("another moment has its own day")
                .isEqualTo("2026-11-15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'foods':[]}|/foods",
                "{}|/foods",
                "{'foods':[null]}|/foods/0",
                "{'foods':[{}]}|/foods/0",
                "{'foods':[{'food_id':'ambrosia','grams':1}]}|/foods/0/food_id",
                "{'foods':[{'food_id':'apple'}]}|/foods/0/grams",
                "{'foods':[{'food_id':'apple','grams':0}]}|/foods/0/grams",
                "{'foods':[{'food_id':'apple','grams':-5}]}|/foods/0/grams",
                "{'foods':[{'food_id':'apple','grams':5001}]}|/foods/0/grams",
                "{'foods':[{'food_id':'apple','grams':1.25}]}|/foods/0/grams",
                "{'foods':[{'food_id':'apple','grams':100,'calories':1}]}|/foods/0",
                "{'foods':[{'name':'Cake','calories':1,'protein':1,'carbs':1}]}|/foods/0",
                "{'foods':[{'name':' ','calories':1,'protein':1,'carbs':1,'fat':1}]}|/foods/0",
                "{'foods':[{'name':'Cake','calories':-1,'protein':1,'carbs':1,'fat':1}]}|/foods/0/calories",
                "{'foods':[{'name':'Cake','calories':10001,'protein':1,'carbs':1,'fat':1}]}|/foods/0/calories",
                "{'foods':[{'food_id':'apple','grams':100}],'meal_type':'brunch'}|/meal_type",
                "{'foods':[{'food_id':'apple','grams':100}],'timestamp':'2026-11-16T12:05:01Z'}|/timestamp",
                "{'foods':[{'food_id':'apple','grams':100}],'timestamp':'1999-12-31T23:59:59Z'}|/timestamp",
                "{'foods':[{'food_id':'apple','grams':100}],'timestamp':'yesterday'}|/timestamp",
                "{'foods':[{'food_id':'apple','grams':100}],'total_calories':5}|/total_calories",
            })
    void refusesWhatCannotBeAndNamesTheField(String body, String pointer) {
        var ana = given.person("ana");

        var refused = ana.post("/food-entries", body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(Owner.count("food_entries", "user_id", id(ana))).isZero();
        assertThat(events(ana, "food.logged")).isZero();
    }

    @Test
    void aCorrectionKeepsWhatItWasAndWhy() {
        var ana = given.person("ana");
        var id = log(ana, Map.of("foods", List.of(RICE, CAKE), "meal_type", "lunch"))
                .id();
        clock.advance(Duration.ofMinutes(5));

        var corrected = ana.patch(
                "/food-entries/" + id,
                Map.of(
                        "foods",
                        List.of(Map.of("food_id", "rice_white_cooked", "grams", 200), CAKE),
                        "meal_type",
                        "dinner",
                        "reason",
                        "weighed it"));

        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.body().path("total_calories").asInt()).isEqualTo(580);
        assertThat(corrected.text("/timestamp")).isEqualTo("2026-11-16T12:00:00Z");
        var audit = ana.get("/food-entries/" + id + "/audit");
        assertThat(audit.body().path("items")).hasSize(1);
        assertThat(audit.body().at("/items/0/original_data/total_calories").asInt())
                .isEqualTo(515);
        assertThat(audit.body().at("/items/0/corrected_data/total_calories").asInt())
                .isEqualTo(580);
        assertThat(audit.text("/items/0/original_data/meal_type")).isEqualTo("lunch");
        assertThat(audit.text("/items/0/correction_reason")).isEqualTo("weighed it");
        assertThat(audit.text("/items/0/corrected_at")).isEqualTo("2026-11-16T12:05:00Z");
        assertThat(events(ana, "food.corrected")).isEqualTo(1);
    }

    @Test
    void nutrientsStayAsTheyWereEatenWhenTheTableChanges() {
        var ana = given.person("ana");
        var id = log(ana, Map.of("foods", List.of(Map.of("food_id", "kale_raw", "grams", 100))))
                .id();
        var before = ana.get("/food-entries/" + id).body().at("/foods/0/calories");
        Owner.execute("update foods set kcal = kcal + 50 where food_id = 'kale_raw'");
        try {
            var noted = ana.patch(
                    "/food-entries/" + id,
                    Map.of("foods", List.of(Map.of("food_id", "kale_raw", "grams", 100.0), RICE)));

            assertThat(noted.body().at("/foods/0/calories")).isEqualTo(before);
            assertThat(noted.body().at("/foods/1/calories").asDouble()).isEqualTo(195);
        } finally {
            Owner.execute("update foods set kcal = kcal - 50 where food_id = 'kale_raw'");
        }
    }

    @Test
    void aCorrectionThatChangesNothingLeavesNoTrace() {
        var ana = given.person("ana");
        var id = log(ana, Map.of("foods", List.of(RICE))).id();

        assertThat(ana.patch("/food-entries/" + id, Map.of("foods", List.of(RICE)))
                        .status())
                .isEqualTo(200);

        assertThat(ana.get("/food-entries/" + id + "/audit").body().path("items"))
                .isEmpty();
        assertThat(events(ana, "food.corrected")).isZero();
    }

    @Test
    void aCorrectionOfWhatHasChangedMeanwhileIsRefused() {
        var ana = given.person("ana");
        var id = log(ana, Map.of("foods", List.of(RICE))).id();
        var tag = ana.get("/food-entries/" + id).header("ETag");
        assertThat(ana.header("If-Match", tag)
                        .patch("/food-entries/" + id, Map.of("notes", "first"))
                        .status())
                .isEqualTo(200);

        var second = ana.header("If-Match", tag).patch("/food-entries/" + id, Map.of("notes", "second"));

        assertThat(second.problem()).isEqualTo("precondition-failed");
        assertThat(ana.get("/food-entries/" + id).text("/notes")).isEqualTo("first");
        assertThat(ana.header("If-None-Match", ana.get("/food-entries/" + id).header("ETag"))
                        .get("/food-entries/" + id)
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'timestamp':null}|/timestamp",
                "{'foods':null}|/foods",
                "{'foods':[{'food_id':'ambrosia','grams':1}]}|/foods/0/food_id",
                "{'timestamp':'2027-01-01T00:00:00Z'}|/timestamp",
                "{'day':'2026-11-01'}|/day",
                "{'planned_meal_instance_id':'0194a000-0000-7000-8000-000000000001'}|/planned_meal_instance_id",
            })
    void refusesACorrectionThatCannotBe(String body, String pointer) {
        var ana = given.person("ana");
        var id = log(ana, Map.of("foods", List.of(RICE))).id();

        var refused = ana.patch("/food-entries/" + id, body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(ana.get("/food-entries/" + id + "/audit").body().path("items"))
                .isEmpty();
    }

    @Test
    void whatIsTakenBackIsGoneWithItsCorrections() {
        var ana = given.person("ana");
        var id = log(ana, Map.of("foods", List.of(RICE))).id();
        ana.patch("/food-entries/" + id, Map.of("notes", "salty"));

        assertThat(ana.delete("/food-entries/" + id).status()).isEqualTo(204);

        assertThat(ana.get("/food-entries/" + id).status()).isEqualTo(404);
        assertThat(ana.delete("/food-entries/" + id).status()).isEqualTo(404);
        assertThat(ana.get("/food-entries/" + id + "/audit").status()).isEqualTo(404);
        assertThat(Owner.count("food_entry_audit", "entry_id", id)).isZero();
        assertThat(events(ana, "food.removed")).isEqualTo(1);
    }

    @Test
    void theListGoesOnByTheTimeOfEatingWhateverTheOrderOfLogging() {
        var ana = given.person("ana");
        for (var hour : List.of("09", "07", "11", "08", "10")) {
            log(ana, Map.of("foods", List.of(RICE), "timestamp", "2026-11-16T" + hour + ":00:00Z"));
        }
        log(ana, Map.of("foods", List.of(RICE), "timestamp", "2026-11-16T09:00:00Z"));

        var first = ana.get("/food-entries?limit=4");
        var second = ana.get("/food-entries?limit=4&cursor=" + first.text("/next_cursor"));

        assertThat(hours(first)).containsExactly("11", "10", "09", "09");
        assertThat(hours(second)).containsExactly("08", "07");
        assertThat(second.body().has("next_cursor")).isFalse();
        assertThat(ana.get("/food-entries?cursor=AAAAAAAAAAAAAAAAAAAAAA")
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/query/cursor");
        assertThat(ana.get("/food-entries?from=2026-11-02&to=2026-11-01")
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/query/to");
        assertThat(ana.get("/food-entries/days?from=2026-11-02&to=2028-11-01").status())
                .isEqualTo(422);
    }

    @Test
    void theSameKeyLogsOnce() {
        var ana = given.person("ana");
        var keyed = ana.header("Idempotency-Key", "lunch");

        var answers = inParallel(8, () -> log(keyed, Map.of("foods", List.of(RICE))));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(Owner.count("food_entries", "user_id", id(ana))).isEqualTo(1);
        assertThat(log(keyed, Map.of("foods", List.of(CAKE))).problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void wordsThatSoundLikeDangerAreAnsweredWithHelp() {
        var ana = given.person("ana");

        var logged = log(ana, Map.of("foods", List.of(RICE), "notes", "I want to kill myself"));

        assertThat(logged.status()).isEqualTo(201);
        assertThat(logged.text("/safety/message")).isNotEmpty();
        assertThat(Owner.number("select count(*) from safety_events where source = 'food_entry' and user_id = '"
                        + id(ana) + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsAnasIsNotThereForBen() {
        var ana = given.person("ana");
        var ben = given.person("ben");
        var id = log(ana, Map.of("foods", List.of(RICE))).id();

        assertThat(ben.get("/food-entries/" + id).status()).isEqualTo(404);
        assertThat(ben.patch("/food-entries/" + id, Map.of("notes", "mine")).status())
                .isEqualTo(404);
        assertThat(ben.delete("/food-entries/" + id).status()).isEqualTo(404);
        assertThat(ben.get("/food-entries/" + id + "/audit").status()).isEqualTo(404);
        assertThat(ben.get("/food-entries").body().path("items")).isEmpty();
        assertThat(ana.get("/food-entries/" + id).body().has("notes")).isFalse();
    }

    @Test
    void itIsExportedAndErasedWithThePerson() {
        var ana = given.person("ana");
        var entry = log(ana, Map.of("foods", List.of(RICE), "notes", "findable words"))
                .id();
        ana.patch("/food-entries/" + entry, Map.of("notes", "other words"));
        var anaId = id(ana);

        assertThat(Archive.text(ana, "data/food_entries.json")).contains("other words");
        assertThat(Archive.text(ana, "data/food_entry_audit.json")).contains("findable words");
        assertThat(ana.delete("/me").status()).isEqualTo(200);

        assertThat(Owner.count("food_entries", "user_id", anaId)).isZero();
        assertThat(Owner.count("food_entry_audit", "user_id", anaId)).isZero();
    }

    private static Answer log(Api person, Map<String, ?> entry) {
        return person.post("/food-entries", entry);
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }

    private static long events(Api person, String type) {
        return Owner.number(
                "select count(*) from events where type = '" + type + "' and user_id = '" + id(person) + "'");
    }

    private static List<String> hours(Answer page) {
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .map(entry -> entry.path("timestamp").asText().substring(11, 13))
                .toList();
    }
}
