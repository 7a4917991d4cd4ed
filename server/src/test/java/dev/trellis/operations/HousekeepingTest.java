package dev.trellis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HousekeepingTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Jobs jobs;

    private UUID ana;

    @BeforeEach
    void begin() {
        ana = given.person("ana").get("/me").id();
    }

    @Test
    void idempotencyKeysAreForgottenAfterTwoDays() {
        key("older", Duration.ofHours(49));
        key("younger", Duration.ofHours(47));

        var run = jobs.runNow("forget_idempotency_keys");

        assertThat(run.done()).isPositive();
        assertThat(run.error()).isNull();
        assertThat(texts("select key from idempotency_keys where user_id = :user"))
                .containsExactly("younger");
    }

    @Test
    void doneDeliveriesGoAfterNinetyDaysWhatIsNotDoneAndTheEventsStay() {
        delivery("old_and_done", "done", 91);
        delivery("young_and_done", "done", 89);
        delivery("old_and_parked", "parked", 200);

        jobs.runNow("clear_old_records");

        assertThat(texts("select handler from event_deliveries where user_id = :user order by handler"))
                .containsExactly("old_and_parked", "young_and_done");
        assertThat(texts("select type from events where user_id = :user")).hasSize(3);
    }

    @Test
    void theAuditLogIsKeptForAYear() {
        audit("older", 366);
        audit("younger", 364);

        jobs.runNow("clear_old_records");

        assertThat(texts("select action from audit_log where person_id = :user"))
                .containsExactly("younger");
    }

    @Test
    void whatIsMoreThanOneBatchIsClearedToo() {
        database.runJob(tx -> tx.createUpdate("""
                        insert into idempotency_keys (user_id, key, request_hash, created_at)
                        select :user, 'key ' || n, '', timestamptz '2026-01-01 00:00:00Z' from generate_series(1, 12000) as n
                        """).bind("user", ana).execute());

        var run = jobs.runNow("forget_idempotency_keys");

        assertThat(run.done()).isGreaterThanOrEqualTo(12_000);
        assertThat(texts("select key from idempotency_keys where user_id = :user"))
                .isEmpty();
    }

    private void key(String key, Duration age) {
        database.runJob(tx -> tx.createUpdate("""
                        insert into idempotency_keys (user_id, key, request_hash, created_at) values (:user, :key, '', :then)
                        """)
                .bind("user", ana)
                .bind("key", key)
                .bind("then", TestClock.BEGINNING.minus(age).atOffset(ZoneOffset.UTC))
                .execute());
    }

    private void delivery(String handler, String status, int daysAgo) {
        database.runJob(tx -> tx.createUpdate("""
                        with event as (
                            insert into events (user_id, type, subject_id, occurred_at, payload)
                            values (:user, 'test.old', :user, :then, '{}') returning id)
                        insert into event_deliveries (user_id, event_id, handler, status, created_at, updated_at)
                        select :user, id, :handler, :status, :then, :then from event
                        """)
                .bind("user", ana)
                .bind("handler", handler)
                .bind("status", status)
                .bind(
                        "then",
                        TestClock.BEGINNING.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC))
                .execute());
    }

    private void audit(String action, int daysAgo) {
        database.runJob(tx -> tx.createUpdate("""
                        insert into audit_log (actor_id, role, action, person_id, created_at)
                        values (:user, 'admin', :action, :user, :then)
                        """)
                .bind("user", ana)
                .bind("action", action)
                .bind(
                        "then",
                        TestClock.BEGINNING.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC))
                .execute());
    }

    private List<String> texts(String query) {
        return database.asJob(tx ->
                tx.createQuery(query).bind("user", ana).mapTo(String.class).list());
    }
}
