package dev.trellis.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EventsTest {
    private static final String POISON = "poison";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Events events;

    @Inject
    Deliveries deliveries;

    @Inject
    TestClock clock;

    private UUID ana;

    @BeforeEach
    void begin() {
        ana = given.person("ana").get("/me").id();
    }

    @AfterEach
    void end() {
        heal();
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void anImmediateHandlerRunsInTheTransactionOfTheChange() {
        var results = greet("hello");

        assertThat(results).containsExactly(new HandlerResult(GreetAtOnce.NAME, true));
        assertThat(written(GreetAtOnce.NAME)).isEqualTo(1);
        assertThat(deliveriesOf(GreetAtOnce.NAME)).isEqualTo(Map.of("done", 1L));
    }

    @Test
    void whenTheChangeIsRolledBackNothingHappenedAtAll() {
        assertThatThrownBy(() -> database.run(Actor.person(ana), tx -> {
                    events.publish(tx, new Greeted(ana, UUID.randomUUID(), "hello"));
                    throw new IllegalStateException("the use case failed");
                }))
                .hasMessage("the use case failed");

        assertThat(written(GreetAtOnce.NAME)).isZero();
        assertThat(deliveriesOf(GreetAtOnce.NAME)).isEmpty();
        assertThat(deliveriesOf(GreetLater.NAME)).isEmpty();
    }

    @Test
    void aHandlerThatFailsIsUndoneAloneAndItsDeliveryIsDue() {
        poison();

        var results = greet(POISON);

        assertThat(results).containsExactly(new HandlerResult(GreetAtOnce.NAME, false));
        assertThat(logged()).as("the event itself is kept").isEqualTo(1);
        assertThat(written(GreetAtOnce.NAME)).isZero();
        assertThat(deliveriesOf(GreetAtOnce.NAME)).isEqualTo(Map.of("pending", 1L));
        assertThat(errorOf(GreetAtOnce.NAME)).contains("poisoned for a test");
    }

    @Test
    void theRetryHealsAndNothingIsDoneTwice() {
        poison();
        greet(POISON);
        heal();

        workOff();
        assertThat(written(GreetAtOnce.NAME)).as("not due yet").isZero();

        clock.advance(Duration.ofHours(2));
        workOff();
        workOff();

        assertThat(written(GreetAtOnce.NAME)).isEqualTo(1);
        assertThat(written(GreetLater.NAME)).isEqualTo(1);
        assertThat(deliveriesOf(GreetAtOnce.NAME)).isEqualTo(Map.of("done", 1L));
        assertThat(deliveriesOf(GreetLater.NAME)).isEqualTo(Map.of("done", 1L));
    }

    @Test
    void threePoisonedEventsDoNotHoldUpTheOtherNineHundredAndNinetySeven() {
        poison();
        var thousand = IntStream.range(0, 1000)
                .mapToObj(i -> new Greeted(ana, UUID.randomUUID(), i % 400 == 7 ? POISON : "hello " + i))
                .toList();

        var publication = database.as(Actor.person(ana), tx -> events.publishAll(tx, thousand));
        workOff();

        assertThat(publication.results()).containsExactly(new HandlerResult(GreetAtOnce.NAME, false));
        assertThat(publication.failedSubjects())
                .containsExactlyInAnyOrderElementsOf(thousand.stream()
                        .filter(greeted -> greeted.words().equals(POISON))
                        .map(Greeted::subjectId)
                        .toList());
        for (var handler : List.of(GreetAtOnce.NAME, GreetLater.NAME)) {
            assertThat(deliveriesOf(handler)).isEqualTo(Map.of("done", 997L, "pending", 3L));
            assertThat(written(handler)).isEqualTo(997);
        }
    }

    @Test
    void whatFailsTooOftenIsParkedAndRedrivenByAnOperator() {
        poison();
        greet(POISON);

        for (var attempt = 1; attempt < Backoff.ATTEMPTS; attempt++) {
            assertThat(deliveriesOf(GreetAtOnce.NAME)).isEqualTo(Map.of("pending", 1L));
            clock.advance(Duration.ofHours(2));
            workOff();
        }
        assertThat(deliveriesOf(GreetAtOnce.NAME)).isEqualTo(Map.of("parked", 1L));

        clock.advance(Duration.ofDays(2));
        workOff();
        assertThat(deliveriesOf(GreetAtOnce.NAME)).as("parked ones rest").isEqualTo(Map.of("parked", 1L));

        heal();
        long redriven = database.asJob(tx -> deliveries.redrive(tx, GreetAtOnce.NAME));
        assertThat(redriven).isEqualTo(1);
        workOff();
        assertThat(deliveriesOf(GreetAtOnce.NAME)).isEqualTo(Map.of("done", 1L));
        assertThat(written(GreetAtOnce.NAME)).isEqualTo(1);
    }

    @Test
    void theLogIsReplayedToAHandlerThatCameLater() {
        greet("one");
        greet("two");
        database.runJob(
                tx -> tx.createUpdate("delete from event_deliveries where user_id = :user and handler = :handler")
                        .bind("user", ana)
                        .bind("handler", GreetLater.NAME)
                        .execute());

        var replayed = database.asJob(tx -> deliveries.replay(tx, GreetLater.NAME, TestClock.BEGINNING));
        var again = database.asJob(tx -> deliveries.replay(tx, GreetLater.NAME, TestClock.BEGINNING));
        workOff();

        assertThat(replayed).isEqualTo(2);
        assertThat(again)
                .as("what has a delivery already is not delivered again")
                .isZero();
        assertThat(written(GreetLater.NAME)).isEqualTo(2);
        assertThat(written(GreetAtOnce.NAME)).isEqualTo(2);
    }

    @Test
    void workersThatRaceNeverDoADeliveryTwice() throws Exception {
        var many = IntStream.range(0, 4000)
                .mapToObj(i -> new Greeted(ana, UUID.randomUUID(), "hello " + i))
                .toList();
        database.run(Actor.person(ana), tx -> events.publishAll(tx, many));

        try (var workers = Executors.newFixedThreadPool(3)) {
            var work = (Callable<Long>) () -> deliveries.workOff(() -> true);
            for (var result : workers.invokeAll(List.of(work, work, work))) {
                result.get();
            }
        }
        workOff();

        assertThat(written(GreetLater.NAME)).isEqualTo(4000);
        assertThat(deliveriesOf(GreetLater.NAME)).isEqualTo(Map.of("done", 4000L));
    }

    @Test
    void aDeliveryToAHandlerThisServerDoesNotHaveIsParkedInTheEnd() {
        greet("hello");
        var handler = "of_another_version_" + ana.toString().substring(0, 8);
        database.runJob(tx -> tx.createUpdate("""
                        insert into event_deliveries (user_id, event_id, handler, status, next_attempt_at)
                        select user_id, id, :handler, 'pending', :now from events
                         where user_id = :user and type = 'test.greeted'
                        """)
                .bind("handler", handler)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("user", ana)
                .execute());

        for (var attempt = 0; attempt < Backoff.ATTEMPTS; attempt++) {
            assertThat(deliveriesOf(handler)).isEqualTo(Map.of("pending", 1L));
            workOff();
            clock.advance(Duration.ofHours(2));
        }

        assertThat(deliveriesOf(handler)).isEqualTo(Map.of("parked", 1L));
        assertThat(errorOf(handler)).isEqualTo("this server has no such handler");
    }

    private List<HandlerResult> greet(String words) {
        return database.as(Actor.person(ana), tx -> events.publish(tx, new Greeted(ana, UUID.randomUUID(), words)));
    }

    private void workOff() {
        deliveries.workOff(() -> true);
    }

    private long written(String handler) {
        return database.as(
                Actor.person(ana),
                tx -> tx.createQuery("select count(*) from notifications where user_id = :user and type = :type")
                        .bind("user", ana)
                        .bind("type", handler)
                        .mapTo(long.class)
                        .one());
    }

    private long logged() {
        return database.as(
                Actor.person(ana),
                tx -> tx.createQuery("select count(*) from events where user_id = :user and type = 'test.greeted'")
                        .bind("user", ana)
                        .mapTo(long.class)
                        .one());
    }

    private Map<String, Long> deliveriesOf(String handler) {
        return database.as(
                Actor.person(ana),
                tx -> tx
                        .createQuery("select status from event_deliveries where user_id = :user and handler = :handler")
                        .bind("user", ana)
                        .bind("handler", handler)
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
    }

    private String errorOf(String handler) {
        return database.as(
                Actor.person(ana),
                tx -> tx.createQuery(
                                "select last_error from event_deliveries where user_id = :user and handler = :handler")
                        .bind("user", ana)
                        .bind("handler", handler)
                        .mapTo(String.class)
                        .one());
    }

    /** From now on the database refuses a greeting with the poisonous words. */
    private static void poison() {
        Owner.execute("""
                create or replace function refuse_poison() returns trigger language plpgsql as
                $$ begin raise exception 'poisoned for a test'; end $$;
                create or replace trigger refuse_poison before insert on notifications for each row
                    when (new.title = 'poison') execute function refuse_poison()
                """);
    }

    private static void heal() {
        Owner.execute("drop trigger if exists refuse_poison on notifications");
    }
}
