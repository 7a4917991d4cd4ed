package dev.trellis.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From what a person told to a program that is stored whole. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class GenerationTest {
    @Inject
    Given given;

    @Test
    void completingAConsultationMakesItsProgram() {
        var ana = given.person("ana");
        var id = Consulting.usual().tell(ana);
        var made = ana.post("/consultation/" + id + "/complete", null);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var program = made.text("/program/id");
        assertThat(made.header("Location")).endsWith("/programs/" + program);
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("completed");
        assertThat(count(ana, "session_instances")).isEqualTo(36);
        assertThat(count(ana, "meal_instances")).isEqualTo(12 * 7 * 4);
        assertThat(count(ana, "calendar_events")).isEqualTo(36 + 12 * 7 * 4);
        assertThat(count(ana, "exercise_plan_items")).isGreaterThan(36 * 4);
        assertThat(count(ana, "meal_item_plan")).isGreaterThan(12 * 7 * 8);
    }

    private static long count(Api person, String table) {
        return Owner.count(table, "user_id", id(person));
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }
}
