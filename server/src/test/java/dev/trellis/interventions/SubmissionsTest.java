package dev.trellis.interventions;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handing in an intervention of one's own. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SubmissionsTest {
    @Inject
    Given given;

    @Test
    void isPendingWithANumberOfItsOwn() {
        var ana = given.person("ana");

        var answer = ana.post("/interventions/submit", Suggesting.submission("Window tea"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.body().path("intervention_id").asInt()).isGreaterThanOrEqualTo(100_000);
        assertThat(answer.text("/status")).isEqualTo("pending");
        assertThat(answer.text("/evidence_grade")).isEqualTo("D");
        assertThat(answer.text("/habits/0/name")).isEqualTo("Sit by the window for ten minutes");
        assertThat(answer.body().at("/habits/0/times_per_week").isNull()).isTrue();
        assertThat(answer.text("/habits/1/times_per_week")).isEqualTo("2");
        assertThat(answer.body().path("moderation_flags")).isEmpty();
        assertThat(answer.body().has("safety")).isFalse();
        assertThat(Owner.number("select count(*) from events where type = 'intervention.submitted' and subject_id = '"
                        + answer.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void isNotInTheCatalogueUntilItIsApproved() {
        var ana = given.person("ana");
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));

        assertThat(ana.get("/interventions/" + id).status()).isEqualTo(404);
        assertThat(given.person("eve").get("/interventions/" + id).status()).isEqualTo(404);
    }

    @Test
    void theAuthorSeesTheirOwnNewestFirstAndNobodyElseDoes() {
        var ana = given.person("ana");
        var eve = given.person("eve");
        var first = Suggesting.submit(ana, Suggesting.submission("First"));
        var second = Suggesting.submit(ana, Suggesting.submission("Second"));
        var own = "/interventions/user/" + ana.get("/me").id();

        assertThat(Suggesting.ids(ana.get(own))).containsExactly(second, first);
        assertThat(eve.get(own).status()).isEqualTo(404);
        assertThat(eve.patch("/interventions/" + first, Suggesting.submission("Mine now"))
                        .status())
                .isEqualTo(404);
        assertThat(given.nobody().get(own).status()).isEqualTo(401);
        assertThat(Suggesting.items(ana.get(own)))
                .extracting(item -> item.path("name").asText())
                .containsExactly("Second", "First");
    }

    @Test
    void theAuthorChangesItWhileItWaits() {
        var ana = given.person("ana");
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));
        var better = new HashMap<>(Suggesting.submission("Window tea, slowly"));
        better.put("habits", List.of("Sit"));

        var changed = ana.patch("/interventions/" + id, better);

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.text("/name")).isEqualTo("Window tea, slowly");
        assertThat(changed.text("/revision")).isEqualTo("2");
        assertThat(changed.body().path("habits")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=",
                "description=",
                "category=sorcery",
                "duration_days=6",
                "duration_days=85",
                "habits=[]",
                "habits=[\"\"]",
                "habits=[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]",
                "habits=[{\"name\":\"x\",\"times_per_week\":8}]",
                "contraindication_tags=[\"left_handed\"]",
            })
    void refusesWhatCannotBeAndNamesTheField(String change) throws Exception {
        var ana = given.person("ana");
        var body = new HashMap<>(Suggesting.submission("Window tea"));
        var parts = change.split("=", 2);
        body.put(
                parts[0],
                parts[1].matches("[\\[\\d].*")
                        ? new com.fasterxml.jackson.databind.ObjectMapper().readTree(parts[1])
                        : parts[1]);

        var refused = ana.post("/interventions/submit", body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).startsWith("/" + parts[0]);
        assertThat(Suggesting.ids(
                        ana.get("/interventions/user/" + ana.get("/me").id())))
                .isEmpty();
    }

    @Test
    void flagsWhatAReviewerMustLookAt() {
        var ana = given.person("ana");
        var body = new HashMap<>(Suggesting.submission("Warrior week"));
        body.put("description", "A 24 hour fast on Monday, an ice bath on Tuesday, 5 mg of melatonin on Wednesday.");

        var answer = ana.post("/interventions/submit", body);

        assertThat(answer.body().path("moderation_flags"))
                .extracting(JsonNode::asText)
                .containsExactly("long_fast", "supplements_or_medicines", "cold_or_heat");
    }

    @Test
    void wordsOfDangerInItAreAnswered() {
        var body = new HashMap<>(Suggesting.submission("Last resort"));
        body.put("description", "I want to kill myself and this is what keeps me going.");

        var answer = given.person("ana").post("/interventions/submit", body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/safety/level")).isEqualTo("s2");
    }

    @Test
    void oneKeyMakesOneSubmissionHoweverManySendIt() {
        var ana = given.person("ana");
        var keyed = ana.header("Idempotency-Key", UUID.randomUUID().toString());

        var answers = inParallel(20, () -> keyed.post("/interventions/submit", Suggesting.submission("Window tea")));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(Owner.count("user_interventions", "user_id", ana.get("/me").id()))
                .isEqualTo(1);
    }

    @Test
    void plainNamesWillDoForHabits() {
        var body = new HashMap<>(Suggesting.submission("Window tea"));
        body.put("habits", List.of("Sit", Map.of("name", "Write", "times_per_week", 3)));

        var answer = given.person("ana").post("/interventions/submit", body);

        assertThat(answer.text("/habits/0/name")).isEqualTo("Sit");
        assertThat(answer.text("/habits/1/times_per_week")).isEqualTo("3");
    }
}
