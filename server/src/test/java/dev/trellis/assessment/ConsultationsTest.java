package dev.trellis.assessment;

import static dev.trellis.assessment.Consulted.HEALTH;
import static dev.trellis.assessment.Consulted.answer;
import static dev.trellis.assessment.Consulted.events;
import static dev.trellis.assessment.Consulted.field;
import static dev.trellis.assessment.Consulted.id;
import static dev.trellis.assessment.Consulted.sections;
import static dev.trellis.assessment.Consulted.tellAll;
import static dev.trellis.assessment.Consulted.with;
import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.assessment.ConsultationCompletion.Unknown;
import dev.trellis.platform.Actor;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Archive;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The long assessment: nine sections in any order, with breaks, open to change until it is completed. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConsultationsTest {
    @Inject
    Given given;

    @Inject
    Consultations consultations;

    @Test
    void aPageCanShowEverySectionWithoutKnowingIt() {
        var ana = given.person("ana");

        var begun = ana.post("/consultations", null);

        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(begun.header("Location")).endsWith("/consultations/" + begun.id());
        assertThat(begun.text("/state")).isEqualTo("open");
        assertThat(sections(begun))
                .containsExactly(
                        "about_you",
                        "health",
                        "goals",
                        "training_history",
                        "equipment_and_schedule",
                        "injuries",
                        "food",
                        "sleep_and_stress",
                        "preferences");
        assertThat(begun.text("/next_section")).isEqualTo("about_you");
        assertThat(begun.body().at("/progress/total").asInt()).isEqualTo(9);
        for (var section : begun.body().path("sections")) {
            assertThat(section.path("title").asText()).isNotEmpty();
            assertThat(section.path("fields")).isNotEmpty();
            for (var field : section.path("fields")) {
                assertThat(field.path("label").asText()).isNotEmpty();
                assertThat(field.path("help").asText()).isNotEmpty();
            }
        }
        assertThat(field(begun, "disliked_foods").path("options")).hasSize(94);
        assertThat(field(begun, "birth_date").path("max").asText()).isEqualTo("2026-11-16");
        assertThat(events(ana, "consultation.started")).isEqualTo(1);
    }

    @Test
    void beginningAgainGoesOnWithTheOneThatIsOpen() {
        var ana = given.person("ana");

        var begun = inParallel(6, () -> ana.post("/consultations", null));

        assertThat(begun).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(begun).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(begun).extracting(Answer::id).containsOnly(begun.getFirst().id());
        assertThat(events(ana, "consultation.started")).isEqualTo(1);
    }

    @Test
    void whoLeavesFindsEverythingOnReturnAndMayChangeIt() {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();
        answer(ana, id, "health", HEALTH);
        answer(ana, id, "preferences", Map.of());
        answer(ana, id, "health", with(HEALTH, "active_lately", true));

        var back = ana.get("/consultations/" + id);

        assertThat(back.text("/next_section")).isEqualTo("about_you");
        assertThat(back.body().at("/progress/done").asInt()).isEqualTo(2);
        assertThat(field(back, "active_lately").path("answer").asBoolean()).isTrue();
        assertThat(field(back, "anything_else").has("answer")).isFalse();
        assertThat(ana.header("If-None-Match", back.header("ETag"))
                        .get("/consultations/" + id)
                        .status())
                .isEqualTo(304);
        assertThat(ana.get("/consultations").body().at("/items/0/progress/done").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatIsKnownAlreadyIsSuggested() {
        var ana = given.person("ana");
        ana.put("/me/profile", Map.of("birth_date", "1985-05-05", "allergies", List.of("milk", "kiwi")));
        ana.post("/measurements", Map.of("weight_kg", 71.2));

        var begun = ana.post("/consultations", null);

        assertThat(field(begun, "birth_date").path("suggestion").asText()).isEqualTo("1985-05-05");
        assertThat(field(begun, "weight_kg").path("suggestion").asDouble()).isEqualTo(71.2);
        assertThat(field(begun, "allergies").at("/suggestion/0").asText()).isEqualTo("milk");
        assertThat(field(begun, "other_allergies").at("/suggestion/0").asText()).isEqualTo("kiwi");
    }

    @Test
    void theNextOneStartsFromTheLast() {
        var ana = given.person("ana");
        var first = tellAll(ana);
        consultations.complete(Actor.person(id(ana)), first);

        var second = ana.post("/consultations", null);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isNotEqualTo(first);
        assertThat(second.body().at("/progress/done").asInt()).isZero();
        assertThat(field(second, "days_per_week").path("suggestion").asInt()).isEqualTo(3);
        assertThat(ana.get("/consultations").body().path("items")).hasSize(2);
        assertThat(ana.get("/consultations").text("/items/1/state")).isEqualTo("completed");
    }

    @Test
    void aRepeatedAnswerWithItsKeyIsOneAndAnotherBodyIsRefused() {
        var ana = given.person("ana");
        var id = ana.post("/consultations", null).id();
        var keyed = ana.header("Idempotency-Key", "once");

        answer(keyed, id, "injuries", Map.of("injury_hip", "niggle"));

        assertThat(keyed.put("/consultations/" + id + "/sections/injuries", Map.of("injury_hip", "niggle"))
                        .header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(keyed.put("/consultations/" + id + "/sections/injuries", Map.of("injury_hip", "acute"))
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void whatIsAnasDoesNotExistForBen() {
        var ana = given.person("ana");
        var ben = given.person("ben");
        var id = tellAll(ana);

        assertThat(ben.get("/consultations/" + id).status()).isEqualTo(404);
        assertThat(ben.put("/consultations/" + id + "/sections/health", HEALTH).status())
                .isEqualTo(404);
        assertThat(ben.get("/consultations").body().path("items")).isEmpty();
        assertThat(consultations.complete(Actor.person(id(ben)), id)).isInstanceOf(Unknown.class);
        assertThat(consultations.answers(Actor.person(id(ben)), id)).isEmpty();
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("open");
        assertThat(given.nobody().get("/consultations").status()).isEqualTo(401);
        assertThat(ana.put("/consultations/" + id + "/sections/shoes", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void itIsInTheArchiveAndGoesWithThePerson() {
        var ana = given.person("ana");
        var anaId = id(ana);
        tellAll(ana);

        assertThat(Archive.text(ana, "data/consultation_answers.json")).contains("Burpees");
        assertThat(ana.delete("/me").status()).isEqualTo(200);
        assertThat(Owner.count("consultation_answers", "user_id", anaId)).isZero();
        assertThat(Owner.count("consultation_sessions", "user_id", anaId)).isZero();
    }
}
