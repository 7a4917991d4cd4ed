package dev.trellis.assessment;

import static dev.trellis.assessment.Onboarded.ANA;
import static dev.trellis.assessment.Onboarded.answer;
import static dev.trellis.assessment.Onboarded.complete;
import static dev.trellis.assessment.Onboarded.field;
import static dev.trellis.assessment.Onboarded.id;
import static dev.trellis.assessment.Onboarded.tellAll;
import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Finishing the onboarding writes everything to where it belongs, once; passing it writes nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OnboardingCompletionTest {
    @Inject
    Given given;

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
}
