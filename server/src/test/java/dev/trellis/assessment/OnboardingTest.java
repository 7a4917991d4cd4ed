package dev.trellis.assessment;

import static dev.trellis.assessment.Onboarded.ANA;
import static dev.trellis.assessment.Onboarded.answer;
import static dev.trellis.assessment.Onboarded.complete;
import static dev.trellis.assessment.Onboarded.field;
import static dev.trellis.assessment.Onboarded.id;
import static dev.trellis.assessment.Onboarded.steps;
import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The first minutes: one of three paths, leaving, coming back and changing it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OnboardingTest {
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
    void manyWhoBeginAtOnceBeginOnce() {
        var ana = given.person("ana");

        var answers = inParallel(8, () -> ana.post("/onboarding", Map.of("path", "quick")));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertThat(Owner.count("events", "type = 'onboarding.started' and user_id", id(ana)))
                .isEqualTo(1);
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
}
