package dev.trellis.assessment;

import static dev.trellis.assessment.Onboarded.ANA;
import static dev.trellis.assessment.Onboarded.answer;
import static dev.trellis.assessment.Onboarded.complete;
import static dev.trellis.assessment.Onboarded.field;
import static dev.trellis.assessment.Onboarded.id;
import static dev.trellis.assessment.Onboarded.steps;
import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the steps of the onboarding ask, and what they take for an answer. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OnboardingAnswersTest {
    @Inject
    Given given;

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
}
