package dev.trellis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.events.Events;
import dev.trellis.interventions.InterventionReviewed;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OperationsTest {
    private static final String HANDLER = "tell_author_of_review";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Events events;

    private Api operator;
    private Api ana;
    private UUID anasId;

    @BeforeEach
    void begin() {
        operator = given.operator("olga");
        ana = given.person("ana");
        anasId = ana.get("/me").id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/operations/events",
                "/operations/deliveries",
                "/operations/handlers",
                "/operations/jobs",
                "/operations/audit-log"
            })
    void onlyOperatorsMaySee(String path) {
        assertThat(given.nobody().get(path).status()).isEqualTo(401);
        assertThat(ana.get(path).problem()).isEqualTo("not-allowed");
        assertThat(operator.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/operations/deliveries/redrive",
                "/operations/handlers/" + HANDLER + "/replay",
                "/operations/jobs/clear_old_records/run"
            })
    void onlyOperatorsMayAct(String path) {
        assertThat(ana.post(path, Map.of()).problem()).isEqualTo("not-allowed");
    }

    @Test
    void eventsAreFoundByTypePersonAndSubject() {
        var subject = review().subjectId();
        review();

        var path = "/operations/events?user_id=" + anasId;
        assertThat(items(operator.get(path))).hasSize(2);
        assertThat(items(operator.get(path + "&subject_id=" + subject)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.at("/type").asText()).isEqualTo("intervention.reviewed");
                    assertThat(event.at("/payload/submission_id").asText()).isEqualTo(subject.toString());
                    assertThat(event.at("/actor").asText()).isEqualTo(anasId.toString());
                });
        assertThat(items(operator.get(path + "&type=intervention.completed"))).isEmpty();
    }

    @Test
    void deliveriesOfOneEventAreNotLostBetweenPages() {
        review();
        review();
        database.runJob(tx -> tx.createUpdate("""
                        insert into event_deliveries (user_id, event_id, handler, status)
                        select user_id, id, unnest(array ['aa', 'bb', 'zz']), 'parked' from events where user_id = :user
                        """).bind("user", anasId).execute());

        for (var status : List.of("", "&status=parked")) {
            var seen = new ArrayList<String>();
            var cursor = "";
            var beyondHers = false;
            do {
                var page = operator.get("/operations/deliveries?limit=1" + status + cursor);
                var hers = items(page).stream()
                        .filter(delivery -> delivery.at("/user_id").asText().equals(anasId.toString()))
                        .map(delivery -> delivery.at("/event_id").asText() + delivery.at("/handler"))
                        .toList();
                seen.addAll(hers);
                // Hers are the newest, so they stand together; other tests have left thousands behind them.
                beyondHers = !seen.isEmpty() && hers.isEmpty();
                cursor = page.body().has("next_cursor") ? "&cursor=" + page.text("/next_cursor") : "";
            } while (!cursor.isEmpty() && !beyondHers);

            assertThat(seen).hasSize(status.isEmpty() ? 8 : 6);
            assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        }
    }

    @Test
    void parkedDeliveriesAreDueAgainAfterARedrive() {
        review();
        database.runJob(tx -> tx.createUpdate("""
                        update event_deliveries set status = 'parked', next_attempt_at = null, attempts = 16
                         where user_id = :user and handler = :handler
                        """)
                .bind("user", anasId)
                .bind("handler", HANDLER)
                .execute());
        var parked = "/operations/deliveries?limit=100&status=parked&handler=" + HANDLER;
        assertThat(peopleIn(operator.get(parked))).contains(anasId.toString());
        assertThat(handler(operator).at("/parked").asLong()).isEqualTo(1);

        var redriven = operator.post("/operations/deliveries/redrive", Map.of("handler", HANDLER));

        assertThat(redriven.text("/redriven")).isEqualTo("1");
        assertThat(peopleIn(operator.get(parked))).doesNotContain(anasId.toString());
        assertThat(handler(operator).at("/parked").asLong()).isZero();
        assertThat(handler(operator).at("/pending").asLong()).isPositive();
        assertThat(operator.post("/operations/deliveries/redrive", Map.of("handler", "nobody"))
                        .text("/errors/0/pointer"))
                .isEqualTo("/handler");
    }

    @Test
    void oneParkedDeliveryIsRedrivenAloneWhenItsEventIsNamed() {
        review();
        review();
        database.runJob(tx -> tx.createUpdate("""
                        update event_deliveries set status = 'parked', next_attempt_at = null, attempts = 16
                         where user_id = :user and handler = :handler
                        """)
                .bind("user", anasId)
                .bind("handler", HANDLER)
                .execute());
        var parked = "/operations/deliveries?limit=100&status=parked&handler=" + HANDLER;
        var one = items(operator.get(parked)).stream()
                .filter(delivery -> delivery.at("/user_id").asText().equals(anasId.toString()))
                .findFirst()
                .orElseThrow()
                .at("/event_id")
                .asText();

        var redriven = operator.post("/operations/deliveries/redrive", Map.of("handler", HANDLER, "event_id", one));

        assertThat(redriven.text("/redriven")).isEqualTo("1");
        assertThat(items(operator.get(parked)))
                .filteredOn(delivery -> delivery.at("/user_id").asText().equals(anasId.toString()))
                .singleElement()
                .satisfies(delivery ->
                        assertThat(delivery.at("/event_id").asText()).isNotEqualTo(one));
        assertThat(operator.post("/operations/deliveries/redrive", Map.of("handler", HANDLER))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHandlerCatchesUpWithTheLog() {
        review();
        database.runJob(tx -> tx.createUpdate("delete from event_deliveries where user_id = :user")
                .bind("user", anasId)
                .execute());

        var replayed =
                operator.post("/operations/handlers/" + HANDLER + "/replay", Map.of("since", "2026-11-16T00:00:00Z"));

        assertThat(replayed.status()).as(replayed.text()).isEqualTo(200);
        assertThat(replayed.body().at("/replayed").asLong()).isPositive();
        assertThat(peopleIn(operator.get("/operations/deliveries?limit=100&status=pending&handler=" + HANDLER)))
                .contains(anasId.toString());
        assertThat(operator.post("/operations/handlers/nobody/replay", Map.of("since", "2026-11-16T00:00:00Z"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void jobsAreListedAndAnUnknownOneIsNotFound() {
        assertThat(items(operator.get("/operations/jobs")))
                .extracting(job -> job.at("/name").asText())
                .contains("work_off_deliveries", "clear_old_records", "forget_idempotency_keys");
        assertThat(operator.post("/operations/jobs/nothing/run", null).status()).isEqualTo(404);
    }

    @Test
    void whoeverIsLookedAtLearnsWhoLooked() {
        review();
        assertThat(items(ana.get("/me/audit-log"))).isEmpty();

        operator.get("/operations/events?user_id=" + anasId);

        var operatorsId = operator.get("/me").id().toString();
        assertThat(items(ana.get("/me/audit-log"))).singleElement().satisfies(entry -> {
            assertThat(entry.at("/action").asText()).isEqualTo("events_read");
            assertThat(entry.at("/actor_id").asText()).isEqualTo(operatorsId);
            assertThat(entry.at("/role").asText()).isEqualTo("admin");
            assertThat(entry.at("/detail/user_id").asText()).isEqualTo(anasId.toString());
        });
        assertThat(items(operator.get("/operations/audit-log?person_id=" + anasId)))
                .hasSize(1);
    }

    @Test
    void aPersonReadsTheirOwnEventsAndNobodyElses() {
        review();

        assertThat(items(ana.get("/me/events")))
                .extracting(event -> event.at("/type").asText())
                .containsExactly("intervention.reviewed");
        assertThat(items(given.person("bo").get("/me/events"))).isEmpty();
    }

    @Test
    void whatAnOperatorDoesIsWrittenDownOnceUnderOneIdempotencyKey() {
        var once = operator.header("Idempotency-Key", UUID.randomUUID().toString());
        var since = Map.of("since", "2030-01-01T00:00:00Z");
        var path = "/operations/handlers/" + HANDLER + "/replay";

        var first = once.post(path, since);
        var second = once.post(path, since);

        assertThat(second.text()).isEqualTo(first.text());
        var operatorsId = operator.get("/me").id().toString();
        assertThat(items(operator.get("/operations/audit-log?limit=100")))
                .filteredOn(entry -> entry.at("/actor_id").asText().equals(operatorsId))
                .filteredOn(entry -> entry.at("/action").asText().equals("handler_replayed"))
                .hasSize(1);
    }

    private InterventionReviewed review() {
        var reviewed = new InterventionReviewed(anasId, UUID.randomUUID(), 100_000, "Walk", "approved", "");
        database.run(Actor.person(anasId), tx -> events.publish(tx, reviewed));
        return reviewed;
    }

    private static JsonNode handler(Api operator) {
        return items(operator.get("/operations/handlers")).stream()
                .filter(handler -> handler.at("/name").asText().equals(HANDLER))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items(Api.Answer answer) {
        return StreamSupport.stream(answer.body().at("/items").spliterator(), false)
                .toList();
    }

    private static List<String> peopleIn(Api.Answer answer) {
        return items(answer).stream().map(item -> item.at("/user_id").asText()).toList();
    }
}
