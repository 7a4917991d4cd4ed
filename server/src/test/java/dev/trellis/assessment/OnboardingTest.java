package dev.trellis.assessment;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first minutes: telling as much as one likes, leaving, coming back, finishing or passing. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OnboardingTest {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "time_zone", "Europe/Madrid");

    @Inject
    Given given;

    @Test
    void whoHasNotBegunIsOfferedThreePathsAndForcedIntoNone() {
        var ana = given.person("ana");

        var door = ana.get("/onboarding");

        assertThat(door.status()).isEqualTo(200);
        assertThat(door.text("/state")).isEqualTo("welcome");
        assertThat(door.body().has("path")).isFalse();
        assertThat(door.body().path("paths"))
                .extracting(path -> path.path("path").asText())
                .containsExactly("quick", "standard", "detailed");
        assertThat(door.body().at("/paths/1/steps").asInt()).isEqualTo(5);
        assertThat(door.body().path("steps")).isEmpty();
        assertThat(Owner.count("user_onboarding", "user_id", id(ana))).isZero();
        assertThat(ana.post("/intakes", Map.of("goal", "Sleep")).status()).isEqualTo(201);
    }

    @Test
    void theStandardPathIsTakenWhenNoneIsNamed() {
        var begun = given.person("ana").post("/onboarding", Map.of());

        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        assertThat(begun.text("/path")).isEqualTo("standard");
        assertThat(begun.text("/state")).isEqualTo("welcome");
        assertThat(steps(begun)).containsExactly("you", "goals", "focus", "days", "safety");
        assertThat(begun.text("/next_step")).isEqualTo("you");
    }

    @Test
    void aPathThatDoesNotExistIsRefused() {
        var ana = given.person("ana");

        assertThat(ana.post("/onboarding", Map.of("path", "scenic")).problem()).isEqualTo("malformed-request");
        assertThat(Owner.count("user_onboarding", "user_id", id(ana))).isZero();
    }

    @Test
    void aPageCanShowEveryQuestionWithoutKnowingIt() {
        var ana = given.person("ana", "Europe/Berlin");
        var begun = ana.post("/onboarding", Map.of("path", "detailed"));

        var zone = field(begun, "time_zone");
        assertThat(zone.path("kind").asText()).isEqualTo("zone");
        assertThat(zone.path("label").asText()).endsWith("?");
        assertThat(zone.path("help").asText()).isNotEmpty();
        assertThat(zone.path("required").asBoolean()).isTrue();
        assertThat(zone.path("suggestion").asText()).isEqualTo("Europe/Berlin");
        assertThat(zone.has("answer")).isFalse();
        var minutes = field(begun, "minutes_per_day");
        assertThat(minutes.path("required").asBoolean(true)).isFalse();
        assertThat(minutes.path("min").asText() + " " + minutes.path("max").asText())
                .isEqualTo("1 240");
        assertThat(field(begun, "categories").path("options"))
                .anySatisfy(option -> {
                    assertThat(option.path("value").asText()).isEqualTo("focus_study");
                    assertThat(option.path("label").asText()).isEqualTo("Focus and study");
                })
                .hasSize(8);
        assertThat(field(begun, "birth_date").path("max").asText()).isEqualTo("2026-11-16");
    }

    @Test
    void whoLeavesFindsEverythingOnReturn() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "standard"));
        answer(ana, "you", ANA);
        answer(ana, "days", Map.of("minutes_per_day", 20, "day_start", "04:00"));

        var back = ana.get("/onboarding");

        assertThat(back.text("/state")).isEqualTo("collect_goals");
        assertThat(back.text("/next_step")).isEqualTo("goals");
        assertThat(back.body().at("/progress/done").asInt()).isEqualTo(2);
        assertThat(back.body().at("/progress/total").asInt()).isEqualTo(5);
        assertThat(field(back, "name").path("answer").asText()).isEqualTo("Ana");
        assertThat(field(back, "minutes_per_day").path("answer").asInt()).isEqualTo(20);
        assertThat(ana.get("/me").text("/time_zone"))
                .as("before it is completed")
                .isEqualTo("UTC");
        assertThat(ana.header("If-None-Match", back.header("ETag"))
                        .get("/onboarding")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void anAnswerCanBeChangedAndTakenBackUntilTheEnd() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "quick"));
        answer(ana, "goals", Map.of("goal", "Sleep better"));
        answer(ana, "goals", Map.of("goal", "Sleep longer"));
        assertThat(field(ana.get("/onboarding"), "goal").path("answer").asText())
                .isEqualTo("Sleep longer");

        var passed = answer(ana, "goals", Map.of("goal", " "));

        assertThat(field(passed, "goal").has("answer")).isFalse();
        assertThat(passed.body().at("/steps/1/done").asBoolean()).isTrue();
        assertThat(passed.text("/next_step")).isEqualTo("you");
    }

    @Test
    void changingThePathKeepsTheAnswers() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "detailed"));
        answer(ana, "you", ANA);
        answer(ana, "food", Map.of("allergies", List.of("milk")));

        var quick = ana.post("/onboarding", Map.of("path", "quick"));
        assertThat(steps(quick)).containsExactly("you", "goals");
        assertThat(quick.text("/next_step")).isEqualTo("goals");
        assertThat(ana.put("/onboarding/steps/food", Map.of()).problem()).isEqualTo("wrong-state");

        var detailed = ana.post("/onboarding", Map.of("path", "detailed"));
        assertThat(field(detailed, "allergies").at("/answer/0").asText()).isEqualTo("milk");
        assertThat(ana.post("/onboarding", Map.of()).text("/path"))
                .as("without a name the path stays")
                .isEqualTo("detailed");
    }

    @Test
    void whatWasToldOnAPathThatWasLeftIsNeitherUsedNorKept() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "detailed"));
        answer(ana, "you", ANA);
        answer(ana, "age", Map.of("sex", "female"));
        ana.post("/onboarding", Map.of("path", "quick"));

        complete(ana);

        assertThat(ana.get("/me/profile").body().path("sex").isNull()).isTrue();
        assertThat(Owner.number("select count(*) from user_onboarding where user_id = '" + id(ana)
                        + "' and data::text like '%female%'"))
                .isZero();
        assertThat(Owner.count("user_profiles", "user_id", id(ana))).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "you|{'time_zone':'UTC'}|/name",
                "you|{'name':' ','time_zone':'UTC'}|/name",
                "you|{'name':'Ana','time_zone':'Mars/Olympus'}|/time_zone",
                "you|{'name':['Ana','Bea'],'time_zone':'UTC'}|/name",
                "you|{'name':7,'time_zone':'UTC'}|/name",
                "you|{'name':'Ana','time_zone':'UTC','shoe/size':42}|/shoe~1size",
                "goals|{'goal':true}|/goal",
                "focus|{'categories':['sorcery']}|/categories",
                "focus|{'blocked_categories':{'sleep':true}}|/blocked_categories",
                "days|{'minutes_per_day':0}|/minutes_per_day",
                "days|{'minutes_per_day':241}|/minutes_per_day",
                "days|{'minutes_per_day':20.5}|/minutes_per_day",
                "days|{'day_start':'12:01'}|/day_start",
                "days|{'day_start':'late'}|/day_start",
                "days|{'country':'Spain'}|/country",
                "now|{'sleep_quality':6}|/sleep_quality",
                "now|{'stress':0}|/stress",
                "safety|{'conditions':['none','seizure']}|/conditions",
                "safety|{'mind':['sadness']}|/mind",
                "safety|{'medication':'aspirin'}|/medication",
                "safety|{'pregnancy':'often'}|/pregnancy",
                "age|{'birth_date':'2026-11-17'}|/birth_date",
                "age|{'birth_date':'1899-12-31'}|/birth_date",
                "age|{'sex':'yes'}|/sex",
                "age|{'height_cm':49}|/height_cm",
                "age|{'height_cm':172.55}|/height_cm",
                "movement|{'training_age':'ancient'}|/training_age",
                "movement|{'equipment':['trebuchet']}|/equipment",
                "movement|{'injuries':[1]}|/injuries",
                "food|{'allergies':['none','milk']}|/allergies",
                "food|{'exclusions':[['pork']]}|/exclusions",
                "cycle|{'cycle_tracking':'maybe'}|/cycle_tracking",
            })
    void refusesWhatIsNoAnswerAndNamesTheField(String step, String body, String pointer) {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "detailed"));

        var refused = ana.put("/onboarding/steps/" + step, body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly(pointer);
        assertThat(ana.get("/onboarding").body().at("/progress/done").asInt()).isZero();
    }

    @Test
    void everyBadFieldOfAStepIsNamedAtOnce() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "quick"));

        var refused = ana.put("/onboarding/steps/you", Map.of("time_zone", "nowhere"));

        assertThat(refused.body().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly("/name", "/time_zone");
        assertThat(ana.put("/onboarding/steps/you", "{\"name\":\"a\\u0000\"}").status())
                .isBetween(400, 422);
        assertThat(ana.put("/onboarding/steps/shoes", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void completingWritesEverythingToWhereItBelongs() {
        var ana = given.person("ana");
        tellAll(ana);

        var completed = complete(ana);

        assertThat(completed.text("/state")).isEqualTo("complete");
        assertThat(completed.text("/completed_at")).isNotEmpty();
        assertThat(completed.body().at("/progress/done").asInt()).isEqualTo(10);
        assertThat(completed.body().has("next_step")).isFalse();
        var me = ana.get("/me");
        assertThat(List.of(me.text("/display_name"), me.text("/time_zone"), me.text("/country")))
                .containsExactly("Ana", "Europe/Madrid", "ES");
        assertThat(me.text("/day_start")).startsWith("04:00");
        var profile = ana.get("/me/profile");
        assertThat(profile.text("/birth_date")).isEqualTo("1990-03-21");
        assertThat(profile.text("/sex")).isEqualTo("female");
        assertThat(profile.body().path("height_cm").asDouble()).isEqualTo(172.5);
        assertThat(profile.text("/training_age")).isEqualTo("beginner");
        assertThat(profile.text("/equipment/0")).isEqualTo("dumbbell");
        assertThat(profile.text("/injuries/0")).isEqualTo("left knee, on stairs");
        assertThat(profile.text("/exclusions/0")).isEqualTo("pork");
        assertThat(profile.body().path("allergies"))
                .extracting(JsonNode::asText)
                .containsExactly("milk", "kiwi");
        assertThat(profile.text("/goals/0")).isEqualTo("sleep");
        assertThat(profile.body().path("cycle_tracking").asBoolean()).isTrue();
        assertThat(profile.body().at("/safety_flags/seizure").asBoolean()).isTrue();
        assertThat(profile.body().at("/safety_flags/heart_disease").asBoolean(true))
                .isFalse();
        assertThat(profile.body().at("/safety_flags/pregnancy").asBoolean(true)).isFalse();
        assertThat(profile.body().at("/safety_flags").has("anticoagulant")).isFalse();
    }

    @Test
    void theWishBecomesAnIntakeFromWhichSuggestionsCanStart() {
        var ana = given.person("ana");
        tellAll(ana);

        var intakeId = complete(ana).text("/intake_id");

        var intake = ana.get("/intakes/" + intakeId);
        assertThat(intake.text("/goal")).isEqualTo("Fall asleep faster");
        assertThat(intake.text("/text")).isEqualTo("I read in bed");
        assertThat(intake.text("/categories/0")).isEqualTo("sleep");
        assertThat(intake.text("/blocked_categories/0")).isEqualTo("social");
        assertThat(intake.body().path("max_minutes_per_day").asInt()).isEqualTo(20);
        assertThat(intake.body().path("sleep_quality").asInt()).isEqualTo(2);
        assertThat(intake.body().path("stress").asInt()).isEqualTo(4);
        assertThat(intake.text("/safety_level")).isEqualTo("s0");
        assertThat(ana.post("/intakes/" + intakeId + "/recommendations", null).status())
                .isEqualTo(200);
        assertThat(Owner.number("select count(*) from events where type = 'onboarding.completed' and user_id = '"
                        + id(ana) + "' and payload->>'intake_id' = '" + intakeId
                        + "' and payload->>'path' = 'detailed' and payload->>'answered_steps' = '10'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsOptionalMayBeLeftForLaterAndWhatIsRequiredMayNot() {
        var ana = given.person("ana");
        assertThat(ana.post("/onboarding/complete", null).problem()).isEqualTo("wrong-state");
        assertThat(ana.put("/onboarding/steps/you", ANA).problem()).isEqualTo("wrong-state");
        ana.post("/onboarding", Map.of());
        var tooEarly = ana.post("/onboarding/complete", null);
        assertThat(tooEarly.problem()).isEqualTo("wrong-state");
        assertThat(tooEarly.text("/detail")).contains("you").doesNotContain("goals");
        answer(ana, "you", ANA);

        var completed = complete(ana);

        assertThat(completed.body().has("intake_id")).isFalse();
        assertThat(completed.body().at("/progress/done").asInt()).isEqualTo(1);
        assertThat(ana.get("/intakes").body().path("items")).isEmpty();
        assertThat(ana.get("/me").text("/display_name")).isEqualTo("Ana");
    }

    @Test
    void completesOnlyOnceHoweverManyRace() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "quick"));
        answer(ana, "you", ANA);
        answer(ana, "goals", Map.of("goal", "Walk more"));

        var answers = inParallel(8, () -> ana.post("/onboarding/complete", null));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.problem().equals("already-completed"))
                .hasSize(7);
        assertThat(Owner.count("intakes", "user_id", id(ana))).isEqualTo(1);
        assertThat(Owner.count("events", "type = 'onboarding.completed' and user_id", id(ana)))
                .isEqualTo(1);
    }

    @Test
    void afterTheEndNothingChangesHereAnyMore() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "quick"));
        answer(ana, "you", ANA);
        complete(ana);

        assertThat(ana.put("/onboarding/steps/you", ANA).problem()).isEqualTo("already-completed");
        assertThat(ana.post("/onboarding", Map.of("path", "detailed")).problem())
                .isEqualTo("already-completed");
        assertThat(ana.post("/onboarding/skip", null).problem()).isEqualTo("already-completed");
        assertThat(ana.get("/onboarding").text("/path")).isEqualTo("quick");
    }

    @Test
    void manyWhoBeginAtOnceBeginOnce() {
        var ana = given.person("ana");

        var answers = inParallel(8, () -> ana.post("/onboarding", Map.of("path", "quick")));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertThat(Owner.count("events", "type = 'onboarding.started' and user_id", id(ana)))
                .isEqualTo(1);
    }

    @Test
    void stepsAnsweredAtTheSameTimeAreAllKept() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "detailed"));
        var steps = List.of("goals", "focus", "days", "now", "safety", "age", "movement", "food");
        var turn = steps.iterator();

        inParallel(steps.size(), () -> {
            String step;
            synchronized (turn) {
                step = turn.next();
            }
            return answer(ana, step, Map.of());
        });

        assertThat(ana.get("/onboarding").body().at("/progress/done").asInt()).isEqualTo(steps.size());
    }

    @Test
    void whoPassesIsLeftAloneAndMayStillGoOn() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "quick"));
        answer(ana, "goals", Map.of("goal", "Walk more"));

        var skipped = ana.post("/onboarding/skip", null);
        assertThat(skipped.text("/state")).isEqualTo("skipped");
        assertThat(skipped.text("/skipped_at")).isNotEmpty();
        ana.post("/onboarding/skip", null);
        assertThat(Owner.count("events", "type = 'onboarding.skipped' and user_id", id(ana)))
                .isEqualTo(1);

        var again = answer(ana, "you", ANA);
        assertThat(again.text("/state")).isEqualTo("review");
        assertThat(again.body().has("skipped_at")).isFalse();
        assertThat(field(again, "goal").path("answer").asText()).isEqualTo("Walk more");
        assertThat(complete(ana).body().has("intake_id")).isTrue();
    }

    @Test
    void onePassesWithoutHavingBegunToo() {
        var ana = given.person("ana");

        assertThat(ana.post("/onboarding/skip", null).text("/state")).isEqualTo("skipped");
        assertThat(Owner.count("events", "type = 'onboarding.started' and user_id", id(ana)))
                .isZero();
        assertThat(ana.post("/onboarding", Map.of("path", "quick")).text("/state"))
                .isEqualTo("welcome");
        assertThat(Owner.count("events", "type = 'onboarding.started' and user_id", id(ana)))
                .isEqualTo(1);
    }

    @Test
    void wordsOfDespairAreAnsweredAtOnceAndNotReadAgainAtTheEnd() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "quick"));
        answer(ana, "you", ANA);

        var answered = answer(ana, "goals", Map.of("goal", "I want to kill myself"));
        assertThat(answered.text("/safety/message")).isNotBlank();
        assertThat(ana.get("/safety").body().path("held").asBoolean()).isTrue();
        assertThat(Owner.number("select count(*) from safety_events where source = 'onboarding' and user_id = '"
                        + id(ana) + "'"))
                .isEqualTo(1);

        var intake = ana.get("/intakes/" + complete(ana).text("/intake_id"));
        assertThat(intake.text("/safety_level")).isEqualTo(answered.text("/safety/level"));
        assertThat(Owner.count("safety_events", "user_id", id(ana))).isEqualTo(1);
    }

    @Test
    void tickingABoxRaisesNoAlarm() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "standard"));

        var answered = answer(ana, "safety", Map.of("mind", List.of("severe_depression", "psychosis")));

        assertThat(answered.body().has("safety")).isFalse();
        assertThat(Owner.count("safety_events", "user_id", id(ana))).isZero();
    }

    @Test
    void oneKeyAnswersOnce() {
        var ana = given.person("ana");
        ana.post("/onboarding", Map.of("path", "quick"));
        answer(ana, "you", ANA);
        var keyed = ana.header("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post("/onboarding/complete", null);
        var second = keyed.post("/onboarding/complete", null);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void theProfileAlreadyAnswersWhatItKnows() {
        var ana = given.person("ana");
        ana.put(
                "/me/profile",
                Map.of(
                        "birth_date", "1990-03-21",
                        "sex", "female",
                        "allergies", List.of("milk", "kiwi"),
                        "equipment", List.of("dumbbell", "sandbag"),
                        "safety_flags", Map.of("bipolar", true, "pregnancy", false)));

        var begun = ana.post("/onboarding", Map.of("path", "detailed"));

        assertThat(field(begun, "birth_date").path("suggestion").asText()).isEqualTo("1990-03-21");
        assertThat(field(begun, "sex").path("suggestion").asText()).isEqualTo("female");
        assertThat(field(begun, "allergies").path("suggestion").toString()).isEqualTo("[\"milk\"]");
        assertThat(field(begun, "other_allergies").path("suggestion").toString())
                .isEqualTo("[\"kiwi\"]");
        assertThat(field(begun, "equipment").path("suggestion").toString()).isEqualTo("[\"dumbbell\"]");
        assertThat(field(begun, "mind").path("suggestion").toString()).isEqualTo("[\"bipolar\"]");
        assertThat(field(begun, "pregnancy").path("suggestion").asText()).isEqualTo("no");
        assertThat(field(begun, "conditions").has("suggestion")).isFalse();
    }

    @Test
    void itIsNobodyElses() {
        var ana = given.person("ana");
        var eve = given.person("eve");
        ana.post("/onboarding", Map.of("path", "quick"));
        answer(ana, "goals", Map.of("goal", "Mine alone"));

        assertThat(eve.get("/onboarding").text()).doesNotContain("Mine alone");
        assertThat(eve.get("/onboarding").text("/state")).isEqualTo("welcome");
        assertThat(eve.post("/onboarding/complete", null).problem()).isEqualTo("wrong-state");
        assertThat(given.nobody().get("/onboarding").status()).isEqualTo(401);
        assertThat(given.nobody().put("/onboarding/steps/you", ANA).status()).isEqualTo(401);
    }

    @Test
    void itIsInTheArchiveAndGoesWithThePerson() throws IOException {
        var ana = given.person("ana");
        var id = id(ana);
        ana.post("/onboarding", Map.of("path", "quick"));
        answer(ana, "you", ANA);
        answer(ana, "goals", Map.of("goal", "Keep bees"));
        complete(ana);

        assertThat(file(ana.download("/me/export"), "data/user_onboarding.json"))
                .contains("Keep bees")
                .contains("quick");
        assertThat(ana.delete("/me").status()).isEqualTo(200);
        assertThat(Owner.count("user_onboarding", "user_id", id)).isZero();
    }

    private static void tellAll(Api ana) {
        ana.post("/onboarding", Map.of("path", "detailed"));
        answer(ana, "you", ANA);
        answer(ana, "goals", Map.of("goal", "Fall asleep faster"));
        answer(ana, "focus", Map.of("categories", List.of("sleep"), "blocked_categories", List.of("social")));
        answer(ana, "days", Map.of("minutes_per_day", 20, "day_start", "04:00", "country", "ES"));
        answer(ana, "now", Map.of("sleep_quality", 2, "stress", 4, "text", "I read in bed"));
        answer(ana, "safety", Map.of("conditions", List.of("seizure"), "pregnancy", "no"));
        answer(ana, "age", Map.of("birth_date", "1990-03-21", "sex", "female", "height_cm", 172.5));
        answer(
                ana,
                "movement",
                Map.of(
                        "training_age",
                        "beginner",
                        "equipment",
                        List.of("dumbbell"),
                        "injuries",
                        List.of("left knee, on stairs")));
        answer(
                ana,
                "food",
                Map.of(
                        "allergies",
                        List.of("milk"),
                        "other_allergies",
                        List.of("kiwi"),
                        "exclusions",
                        List.of("pork")));
        assertThat(answer(ana, "cycle", Map.of("cycle_tracking", true)).text("/state"))
                .isEqualTo("review");
    }

    private static Api.Answer answer(Api person, String step, Map<String, ?> answers) {
        var answered = person.put("/onboarding/steps/" + step, answers);
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        return answered;
    }

    private static Api.Answer complete(Api person) {
        var completed = person.post("/onboarding/complete", null);
        assertThat(completed.status()).as(completed.text()).isEqualTo(200);
        return completed;
    }

    private static List<String> steps(Api.Answer onboarding) {
        return StreamSupport.stream(onboarding.body().path("steps").spliterator(), false)
                .map(step -> step.path("step").asText())
                .toList();
    }

    private static JsonNode field(Api.Answer onboarding, String key) {
        for (var step : onboarding.body().path("steps")) {
            for (var field : step.path("fields")) {
                if (field.path("key").asText().equals(key)) {
                    return field;
                }
            }
        }
        throw new AssertionError("no field " + key + " in " + onboarding.text());
    }

    private static String file(byte[] archive, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }
}
