package dev.trellis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.events.Events;
import dev.trellis.interventions.InterventionReviewed;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HealthAndMetricsTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Events events;

    @Test
    void aServerThatRunsIsAlive() {
        var live = given.nobody().get("/health/live");

        assertThat(live.status()).isEqualTo(200);
        assertThat(live.text("/status")).isEqualTo("UP");
    }

    @Test
    void aServerIsReadyWhenDatabaseSchemaAndJobsAre() {
        var ready = given.nobody().get("/health/ready");

        assertThat(ready.status()).as(ready.text()).isEqualTo(200);
        assertThat(StreamSupport.stream(ready.body().at("/checks").spliterator(), false)
                        .map(check -> check.at("/name").asText() + " "
                                + check.at("/status").asText()))
                .contains("Database connections health check UP", "schema up to date UP", "jobs running UP");
    }

    @Test
    void aServerOnAnOlderSchemaIsNotReady() {
        Owner.execute("update flyway_schema_history set success = false where installed_rank > 1");
        try {
            var ready = given.nobody().get("/health/ready");

            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.text("/status")).isEqualTo("DOWN");
        } finally {
            Owner.execute("update flyway_schema_history set success = true");
        }
    }

    @Test
    void metricsCountWhatWasCommittedWhatWaitsAndTheRequests() {
        var ana = given.person("ana").get("/me").id();
        var before = metric("trellis_events_published_total{type=\"intervention.reviewed\"}");
        database.run(Actor.person(ana), tx -> {
            events.publish(tx, reviewed(ana));
            events.publish(tx, reviewed(ana));
        });

        assertThat(metric("trellis_events_published_total{type=\"intervention.reviewed\"}"))
                .isEqualTo(before + 2);
        assertThat(metrics().text())
                .contains("trellis_deliveries{status=\"pending\"}")
                .contains("trellis_deliveries{status=\"parked\"}")
                .contains("http_server_requests_seconds_count");
    }

    private static InterventionReviewed reviewed(UUID author) {
        return new InterventionReviewed(author, UUID.randomUUID(), 100_000, "Walk", "approved", "");
    }

    private Api.Answer metrics() {
        return given.nobody().get("/metrics");
    }

    private double metric(String name) {
        return metrics()
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
