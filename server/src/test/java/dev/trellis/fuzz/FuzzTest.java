package dev.trellis.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trellis.fuzz.ApiOperations.ApiOperation;
import dev.trellis.platform.Database;
import dev.trellis.platform.Role;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.OneRowEach;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever is sent: never a 5xx, every refusal is a problem, and what is refused changes nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FuzzTest {
    private static final long SEED = 20261120;
    private static final int MOST_SHOWN = 60;
    private static final List<String> AIMED_AT = List.of(
            "events",
            "intakes",
            "user_onboarding",
            "consultation_sessions",
            "intervention_periods",
            "completion_summaries",
            "food_entries",
            "activities",
            "body_measurements",
            "programs",
            "session_instances",
            "calendar_events",
            "calendar_feeds");

    @Inject
    Given given;

    @Inject
    Database database;

    private final List<String> findings = new ArrayList<>();
    private Map<String, String> before = Map.of();

    @Test
    void noInputBreaksAnEndpointOrChangesAnythingWhenItIsRefused() throws IOException {
        var document = new ObjectMapper()
                .readTree(given.nobody().get("/openapi?format=json").text());
        var operations = new ApiOperations(document);
        // Thousands of rows each, of other tests that are over: every fingerprint would read them all.
        database.runJob(tx -> tx.execute("delete from programs"));
        var fingerprint = new Fingerprint(database);
        var random = new Random(SEED);
        var sent = 0;
        var accepted = new HashSet<ApiOperation>();
        for (var operation : operations.all()) {
            var thing = UUID.randomUUID();
            var person = somebody(thing);
            before = fingerprint.take();
            for (var attempt : Attempts.on(operation, new PlausibleValues(operations, thing), random)) {
                var answer = attempt.sendAs(person);
                judge(attempt, answer, fingerprint);
                sent++;
                if (answer.status() < 300) {
                    accepted.add(operation);
                }
                if (answer.status() == 401
                        && !operation.open()
                        && !attempt.headers().containsKey("Authorization")) {
                    // An earlier attempt ended the session or erased the person, as it may.
                    person = somebody(thing = UUID.randomUUID());
                    before = fingerprint.take();
                }
            }
            refusesNobody(operation, fingerprint);
        }
        assertThat(accepted)
                .as("operations that need nothing, and that were reached")
                .containsAll(operations.all().stream()
                        .filter(operation -> operation.method().equals("GET")
                                && operation.in("path").isEmpty()
                                && operation.in("query").stream()
                                        .noneMatch(parameter ->
                                                parameter.at("/required").asBoolean()))
                        .toList());
        assertThat(findings.stream().limit(MOST_SHOWN))
                .as(findings.size() + " findings in " + sent + " requests")
                .isEmpty();
    }

    /** A person in every role, with something of theirs to aim at under this id. */
    private Api somebody(UUID thing) {
        var person = given.person("fuzz", Role.TRAINER, Role.REVIEWER, Role.ADMIN);
        var id = person.get("/me").id();
        database.runJob(tx -> AIMED_AT.forEach(table -> tx.createUpdate(OneRowEach.into(table))
                .bind("person", id)
                .bind("thing", thing)
                .execute()));
        return person;
    }

    private void refusesNobody(ApiOperation operation, Fingerprint fingerprint) {
        if (operation.open()) {
            return;
        }
        var attempt =
                new Attempt("as nobody", operation.method(), operation.path().replaceAll("[{}]", ""), new byte[0]);
        var answer = attempt.sendAs(given.nobody());
        judge(attempt, answer, fingerprint);
        if (answer.status() != 401) {
            findings.add(attempt + " -> " + answer.status() + " instead of 401");
        }
    }

    private void judge(Attempt attempt, Api.Answer answer, Fingerprint fingerprint) {
        var after = fingerprint.take();
        if (answer.status() >= 500) {
            findings.add(attempt + " -> " + answer.status() + " " + answer.text());
        }
        if (answer.status() >= 400 && !isProblem(answer)) {
            findings.add(attempt + " -> " + answer.status() + " is no problem: " + answer.text());
        }
        if (answer.status() >= 400 && !after.equals(before)) {
            findings.add(attempt + " -> " + answer.status() + " and yet changed " + difference(after));
        }
        before = after;
    }

    private static boolean isProblem(Api.Answer answer) {
        return answer.header("Content-Type").startsWith("application/problem+json")
                && !answer.problem().isEmpty()
                && !answer.text("/detail").isEmpty()
                && answer.text("/status").equals(Integer.toString(answer.status()));
    }

    private String difference(Map<String, String> after) {
        var changed = new ArrayList<String>();
        after.forEach((table, content) -> {
            if (!content.equals(before.get(table))) {
                changed.add(table);
            }
        });
        return String.join(", ", changed);
    }
}
