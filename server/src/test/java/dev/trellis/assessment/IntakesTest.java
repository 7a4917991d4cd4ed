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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling what should change. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IntakesTest {
    private static final Map<String, Object> EVERYTHING = Map.of(
            "goal",
            "Sleep through the night",
            "text",
            "I wake at four",
            "categories",
            List.of("sleep", "stress"),
            "blocked_categories",
            List.of("nutrition"),
            "sleep_quality",
            2,
            "stress",
            4,
            "cycle_phase",
            "luteal",
            "max_duration_days",
            28,
            "max_minutes_per_day",
            30,
            "wants_repeats",
            true);

    @Inject
    Given given;

    @Test
    void keepsEverythingThatWasTold() {
        var ana = given.person("ana");

        var taken = ana.post("/intakes", EVERYTHING);

        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.header("Location")).endsWith("/intakes/" + taken.id());
        var read = ana.get("/intakes/" + taken.id()).body();
        assertThat(read).isEqualTo(taken.body());
        assertThat(read.path("categories")).extracting(JsonNode::asText).containsExactly("sleep", "stress");
        assertThat(read.path("blocked_categories")).extracting(JsonNode::asText).containsExactly("nutrition");
        assertThat(read.path("sleep_quality").asInt()).isEqualTo(2);
        assertThat(read.path("cycle_phase").asText()).isEqualTo("luteal");
        assertThat(read.path("wants_repeats").asBoolean()).isTrue();
        assertThat(read.path("safety_level").asText()).isEqualTo("s0");
    }

    @Test
    void needsNoMoreThanAGoal() {
        var taken = given.person("ana").post("/intakes", Map.of("goal", "Move more"));

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.body().has("sleep_quality")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'goal':''}",
                "{'goal':'x','sleep_quality':6}",
                "{'goal':'x','stress':0}",
                "{'goal':'x','max_duration_days':85}",
                "{'goal':'x','max_minutes_per_day':0}",
                "{'goal':'x','categories':['sorcery']}",
                "{'goal':'x','blocked_categories':['sleep','sorcery']}",
                "{'text':'no goal'}",
            })
    void refusesWhatCannotBeAndNamesTheField(String body) {
        var ana = given.person("ana");

        var refused = ana.post("/intakes", body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asText())
                .startsWith("/");
        assertThat(ana.get("/intakes").body().path("items")).isEmpty();
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        var ana = given.person("ana");
        for (var goal : List.of("first", "second", "third")) {
            ana.post("/intakes", Map.of("goal", goal));
        }

        var first = ana.get("/intakes?limit=2");
        var second = ana.get("/intakes?limit=2&cursor=" + first.text("/next_cursor"));

        assertThat(goals(first)).containsExactly("third", "second");
        assertThat(goals(second)).containsExactly("first");
        assertThat(second.body().has("next_cursor")).isFalse();
    }

    @Test
    void somebodyElsesIntakeDoesNotExist() {
        var ana = given.person("ana");
        var eve = given.person("eve");
        var intake = ana.post("/intakes", Map.of("goal", "Mine")).id();

        assertThat(eve.get("/intakes/" + intake).status()).isEqualTo(404);
        assertThat(eve.get("/intakes").body().path("items")).isEmpty();
        assertThat(eve.post("/intakes/" + intake + "/recommendations", null).status())
                .isEqualTo(404);
        assertThat(eve.get("/intakes/" + intake + "/recommendations").status()).isEqualTo(404);
        assertThat(given.nobody().get("/intakes/" + intake).status()).isEqualTo(401);
    }

    @Test
    void oneKeyMakesOneIntakeHoweverManySendIt() {
        var ana = given.person("ana");
        var keyed = ana.header("Idempotency-Key", UUID.randomUUID().toString());

        var answers = inParallel(20, () -> keyed.post("/intakes", EVERYTHING));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Api.Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(Owner.count("intakes", "user_id", ana.get("/me").id())).isEqualTo(1);
    }

    private static List<String> goals(Api.Answer page) {
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .map(intake -> intake.path("goal").asText())
                .toList();
    }
}
