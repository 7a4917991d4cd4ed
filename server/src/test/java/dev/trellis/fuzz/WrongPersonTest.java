package dev.trellis.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trellis.fuzz.ApiOperations.ApiOperation;
import dev.trellis.platform.Database;
import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.OneRowEach;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Walks every operation of the API document as somebody else: with the ids of what is Ana's, Ben is told that it does
 * not exist, or that he may not, and nothing of hers changes. A new operation with an id in its path fails this test
 * until it is said here whose id that is.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WrongPersonTest {
    /** Paths whose parameter names no thing of anybody's: a day or a step of one's own, a food, the page of a problem. */
    private static final List<String> OWN_BY_NATURE =
            List.of("/context-log/{day}", "/foods/{food_id}", "/onboarding/steps/{step}", "/problems/{slug}");

    /** Paths for other roles; a participant is refused before anything is looked up. */
    private static final List<String> FOR_OTHER_ROLES = List.of(
            "/operations/",
            "/users",
            "/invites",
            "/review-queue",
            "/interventions/{id}/review",
            "/courses",
            "/enrollments",
            "/learning-events",
            "/xapi/",
            "/roster-imports",
            "/risk-runs",
            "/students/at-risk",
            "/student-interventions/effectiveness",
            "/worklist",
            "/level-reports");

    @Inject
    Given given;

    @Inject
    Database database;

    private ApiOperations operations;
    private List<ApiOperation> all;

    @BeforeEach
    void readTheDocument() throws IOException {
        operations = new ApiOperations(new ObjectMapper()
                .readTree(given.nobody().get("/openapi?format=json").text()));
        all = operations.all();
    }

    @Test
    void whatIsAnasDoesNotExistForBen() {
        var ana = given.person("ana");
        var hers = thingsOf(ana);
        var ben = given.person("ben");
        var plausible = new PlausibleValues(operations, UUID.randomUUID());
        var fingerprint = new Fingerprint(database);
        var walked = 0;
        for (var operation : all) {
            if (!operation.path().contains("{") || isOneOf(OWN_BY_NATURE, operation) || operation.open()) {
                continue;
            }
            var path = hers.get(thing(operation.path()));
            assertThat(isOneOf(FOR_OTHER_ROLES, operation) || path != null)
                    .as("whose id is in %s?", operation)
                    .isTrue();
            var before = fingerprint.take();
            var address = path == null
                    ? operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString())
                    : fill(operation, path);
            var body = operation.body().isMissingNode()
                    ? null
                    : plausible.of(operation.body()).toString();

            var answer = ben.send(operation.method(), address, body);

            assertThat(answer.status())
                    .as("%s as the wrong person: %s", operation, answer.text())
                    .isIn(isOneOf(FOR_OTHER_ROLES, operation) ? List.of(403) : List.of(404));
            assertThat(fingerprint.take())
                    .as("after %s as the wrong person", operation)
                    .isEqualTo(before);
            walked++;
        }
        assertThat(walked).isGreaterThan(20);
    }

    @Test
    void whatIsForOtherRolesIsRefusedToAParticipant() {
        var ben = given.person("ben");
        for (var operation : all) {
            if (isOneOf(FOR_OTHER_ROLES, operation)) {
                var answer = ben.send(
                        operation.method(),
                        operation
                                .path()
                                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()),
                        null);
                assertThat(answer.status()).as(operation + " " + answer.text()).isEqualTo(403);
            }
        }
    }

    /** By the path up to its first id: the id of what Ana has there. */
    private Map<String, String> thingsOf(Api ana) {
        var things = new HashMap<String, String>();
        var intake = ana.post("/intakes", Map.of("goal", "Sleep better")).text("/id");
        var period = ana.post("/intervention-periods/start", Map.of("intervention_id", 5))
                .text("/period/id");
        var completed = ana.post("/intervention-periods/start", Map.of("intervention_id", 7))
                .text("/period/id");
        ana.put("/intervention-periods/" + completed + "/complete", Map.of());
        var submission = ana.post(
                "/interventions/submit",
                Map.of(
                        "name",
                        "Cello before bed",
                        "description",
                        "Play quietly.",
                        "category",
                        "sleep",
                        "habits",
                        List.of(Map.of("name", "Play ten minutes")),
                        "duration_days",
                        14));
        assertThat(submission.status()).as(submission.text()).isEqualTo(201);
        things.put("/intakes/", intake);
        things.put("/intervention-periods/", period);
        things.put("/interventions/", submission.text("/intervention_id"));
        things.put("/interventions/user/", ana.get("/me").text("/id"));
        things.put("/notifications/", ana.get("/notifications").text("/items/0/id"));
        things.put(
                "/me/tokens/",
                ana.post("/me/tokens", Map.of("name", "hers", "scopes", List.of("read")))
                        .text("/id"));
        things.put("/me/sessions/", ana.get("/me/sessions").text("/items/0/id"));
        things.put("/programs/", Consulting.usual().complete(ana).text("/program/id"));
        things.put(
                "/calendar-feeds/",
                ana.post("/calendar-feeds", Map.of("name", "phone")).text("/id"));
        things.put("/consultations/", ana.post("/consultations", null).text("/id"));
        things.put("/consultation/", things.get("/consultations/"));
        things.put(
                "/food-entries/",
                ana.post("/food-entries", Map.of("foods", List.of(Map.of("food_id", "apple", "grams", 150))))
                        .text("/id"));
        things.put(
                "/activities/",
                ana.post("/activities", Map.of("type", "run", "duration_s", 1800))
                        .text("/id"));
        things.put(
                "/measurements/",
                ana.post("/measurements", Map.of("weight_kg", 70)).text("/id"));
        var changes = changesOf(ana.get("/me").text("/id"), things.get("/programs/"));
        things.put("/adjustments/", changes);
        things.put("/plan_changes/", changes);
        things.put("/students/", ana.get("/me").text("/id"));
        things.put("/student-interventions/", caseAbout(ana.get("/me").text("/id")));
        assertThat(things.values()).noneMatch(String::isEmpty);
        return things;
    }

    /** A case about Ana, in a course of hers. */
    private String caseAbout(String ana) {
        var id = UUID.randomUUID();
        database.runJob(
                tx -> tx.createUpdate("insert into user_profiles (user_id) values (:ana) on conflict do nothing")
                        .bind("ana", UUID.fromString(ana))
                        .execute());
        database.runJob(tx -> List.of("student_enrollments", "student_interventions", "case_follow_ups")
                .forEach(table -> tx.createUpdate(OneRowEach.into(table))
                        .bind("person", UUID.fromString(ana))
                        .bind("thing", id)
                        .execute()));
        return id.toString();
    }

    /** A day and a plan of Ana's program that were changed, both under its own id. */
    private String changesOf(String ana, String program) {
        database.runJob(tx -> List.of("day_overrides", "plan_change_events")
                .forEach(table -> tx.createUpdate(OneRowEach.into(table))
                        .bind("person", UUID.fromString(ana))
                        .bind("thing", UUID.fromString(program))
                        .execute()));
        return program;
    }

    private static String thing(String path) {
        return path.substring(0, path.indexOf('{'));
    }

    private static String fill(ApiOperation operation, String id) {
        return operation
                .path()
                .replaceFirst("\\{[^}]*}", id)
                .replace("{day}", "2026-11-16")
                .replace("{section}", "goals");
    }

    private static boolean isOneOf(List<String> prefixes, ApiOperation operation) {
        return prefixes.stream().anyMatch(operation.path()::startsWith);
    }
}
