package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.events.Deliveries;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Completing a period by hand: once, with its three effects, whatever fails and whoever races. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CompletionTest {
    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Deliveries deliveries;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void answersAsTheSeedSays() {
        var ana = given.person("ana");
        var period = Periods.start(ana);

        var answer = ana.put("/intervention-periods/" + period + "/complete", Map.of("notes", "slept better"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("success").asBoolean()).isTrue();
        assertThat(answer.text("/message")).isEqualTo("Intervention period completed");
        assertThat(answer.text("/period_id")).isEqualTo(period.toString());
        assertThat(Periods.texts(answer.body().path("event_results"), "handler"))
                .containsExactly(
                        "complete_related_habits", "generate_completion_summary", "send_completion_notification");
        assertThat(Periods.texts(answer.body().path("event_results"), "success"))
                .containsOnly("true");
        assertThat(ana.get("/intervention-periods/" + period).text("/notes")).isEqualTo("slept better");
    }

    @Test
    void hasItsThreeEffects() {
        var ana = given.person("ana");
        var period = Periods.start(ana);

        Periods.complete(ana, period);

        assertThat(Periods.texts(ana.get("/habits").body().path("items"), "status"))
                .hasSize(3)
                .containsOnly("completed");
        assertThat(ana.get("/intervention-periods/" + period + "/summary").status())
                .isEqualTo(200);
        assertThat(Periods.texts(ana.get("/notifications").body().path("items"), "type"))
                .containsExactly("intervention_completed");
        assertThat(ana.get("/intervention-periods/active").body().path("period").isNull())
                .isTrue();
    }

    @Test
    void needsNoBody() {
        var ana = given.person("ana");
        var period = Periods.start(ana);

        assertThat(ana.put("/intervention-periods/" + period + "/complete", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void completesOnlyOnceWhenAHundredCallersRace() throws Exception {
        var ana = given.person("ana");
        var period = Periods.start(ana);

        var answers = inParallel(100, () -> Periods.complete(ana, period));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.problem().equals("already-completed"))
                .hasSize(99);
        assertThat(Owner.count("completion_summaries", "intervention_period_id", period))
                .isEqualTo(1);
        assertThat(Owner.count("events", "type = 'intervention.completed' and subject_id", period))
                .isEqualTo(1);
        assertThat(ana.get("/notifications").body().path("items")).hasSize(1);
        assertThat(ana.get("/habits").body().path("items")).hasSize(3);
    }

    @Test
    void aHundredCallersWithOneIdempotencyKeyGetOneAnswer() throws Exception {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        var keyed = ana.header("Idempotency-Key", UUID.randomUUID().toString());

        var answers = inParallel(100, () -> Periods.complete(keyed, period));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers)
                .extracting(Api.Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotency-Replayed").isEmpty())
                .hasSize(1);
    }

    @Test
    void aHandlerThatFailsIsUndoneAloneAndHealedLater() {
        var ana = given.person("ana");
        var id = ana.get("/me").id();
        var period = Periods.start(ana);

        try (var broken = Owner.refusingInserts("notifications", id)) {
            var answer = Periods.complete(ana, period);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(Periods.texts(answer.body().path("event_results"), "success"))
                    .containsExactly("true", "true", "false");
            assertThat(ana.get("/intervention-periods/" + period + "/summary").status())
                    .isEqualTo(200);
            assertThat(Periods.texts(ana.get("/habits").body().path("items"), "status"))
                    .containsOnly("completed");
        }
        assertThat(ana.get("/notifications").body().path("items")).isEmpty();

        clock.advance(Duration.ofMinutes(5));
        deliveries.workOff(() -> true);
        deliveries.workOff(() -> true);

        clock.set(TestClock.BEGINNING);
        assertThat(ana.get("/notifications").body().path("items")).hasSize(1);
        assertThat(Owner.count("completion_summaries", "intervention_period_id", period))
                .isEqualTo(1);
        assertThat(Owner.count("event_deliveries", "status <> 'done' and user_id", id))
                .isZero();
    }

    @Test
    void tellsWhichStateStandsInTheWay() {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        ana.post("/intervention-periods/" + period + "/abandon", Map.of());

        var answer = Periods.complete(ana, period);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("wrong-state");
        assertThat(answer.text("/detail")).contains("abandoned");
    }

    @Test
    void somebodyElsesPeriodDoesNotExist() {
        var period = Periods.start(given.person("ana"));

        var answer = Periods.complete(given.person("ben"), period);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
    }

    @Test
    void aPausedPeriodCanBeCompleted() {
        var ana = given.person("ana");
        var period = Periods.start(ana);
        ana.post("/intervention-periods/" + period + "/pause", null);

        assertThat(Periods.complete(ana, period).status()).isEqualTo(200);
    }

    private static List<Api.Answer> inParallel(int callers, Callable<Api.Answer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(call))
                    .toList();
            var answers = new ArrayList<Api.Answer>();
            for (Future<Api.Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
