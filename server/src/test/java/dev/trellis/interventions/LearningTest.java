package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.events.Deliveries;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people say when a period ends changes what is offered next, by exactly what domain file 08.4 says. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LearningTest {
    private static final String GOAL = "I want to study better and remember more of what I learn";
    private static final int PRIOR_TRIES = 20;

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
    void aHelpfulTryRaisesTheMeanByOneOfTwentyOne() {
        var ana = adult("ana");
        var item = untried(ana);
        var prior = item.at("/score/mean").asDouble();
        assertThat(prior)
                .isCloseTo(
                        EvidenceGrade.valueOf(item.at("/evidence/grade").asText())
                                .prior(),
                        within(1e-9));

        livedThrough(adult("ben"), item, "helped");

        assertThat(mean(ana, item)).isCloseTo((prior * PRIOR_TRIES + 1) / (PRIOR_TRIES + 1), within(1e-9));
    }

    @Test
    void onlyDidNotHelpCountsAsAFailure() {
        var ana = adult("ana");
        var item = untried(ana);
        var prior = item.at("/score/mean").asDouble();

        livedThrough(adult("ben"), item, "did_not_try");
        livedThrough(adult("cem"), item, "stopped_for_other_reason");
        assertThat(mean(ana, item)).isCloseTo(prior, within(1e-9));

        livedThrough(adult("dee"), item, "did_not_help");
        assertThat(mean(ana, item)).isCloseTo(prior * PRIOR_TRIES / (PRIOR_TRIES + 1), within(1e-9));
    }

    @Test
    void answersCountLessWhenFewOfThoseWhoStartedGiveThem() {
        var ana = adult("ana");
        var item = untried(ana);
        var prior = item.at("/score/mean").asDouble();
        for (var name : new String[] {"ben", "cem", "dee"}) {
            start(adult(name), item);
        }

        livedThrough(adult("eli"), item, "helped");

        // One answer of four starters: the one helpful try weighs a quarter.
        assertThat(mean(ana, item)).isCloseTo((prior * PRIOR_TRIES + 0.25) / (PRIOR_TRIES + 0.25), within(1e-9));
    }

    @Test
    void everyStartAndAnswerIsCountedOnceHoweverOftenDeliveriesAreWorkedOff() {
        var item = untried(adult("ana"));

        livedThrough(adult("ben"), item, "helped");
        deliveries.workOff(() -> true);
        deliveries.workOff(() -> true);

        assertThat(count(item, "started_count")).isEqualTo(1);
        assertThat(count(item, "answered_count")).isEqualTo(1);
        assertThat(count(item, "helpful_count")).isEqualTo(1);
        assertThat(count(item, "total_tries")).isEqualTo(1);
        assertThat(count(item, "weighted_tries")).isEqualTo(1);
    }

    @Test
    void anAnswerToARareSuggestionWeighsMore() {
        var ben = adult("ben");
        var intake = Suggesting.intake(ben, GOAL);
        var item = Suggesting.items(Suggesting.suggest(ben, intake, 10)).stream()
                .filter(one -> one.path("intervention_id").asInt() < 100_000 && count(one, "started_count") == 0)
                .findFirst()
                .orElseThrow();
        // Most suggestions to a newcomer are certain; this one is made a rare one behind the server's back.
        Owner.executeAsSuperuser("update recommendation_items set propensity = 0.25 where intervention_id = "
                + item.path("intervention_id").asInt());

        var period = start(ben, item, Map.of("intake_id", intake));
        closeAndAnswer(ben, period, "helped");

        var weight = Owner.number("select round(weighted_tries * 1000) from interventions_base where intervention_id = "
                + item.path("intervention_id").asInt());
        assertThat(weight / 1000.0).isEqualTo(4);
    }

    /** Every question of the catalogue is answered with no. */
    private Api adult(String name) {
        var person = given.person(name);
        Suggesting.answersEverything(person, EnumSet.noneOf(ContraindicationTag.class));
        return person;
    }

    /** Something suggested for the goal that nobody in any test has started. */
    private JsonNode untried(Api person) {
        clock.advance(Duration.ofSeconds(3));
        return Suggesting.items(Suggesting.suggest(person, Suggesting.intake(person, GOAL), 10)).stream()
                .filter(item -> item.path("intervention_id").asInt() < 100_000)
                .filter(item -> count(item, "started_count") == 0)
                .findFirst()
                .orElseThrow();
    }

    private double mean(Api person, JsonNode item) {
        clock.advance(Duration.ofSeconds(3));
        var id = item.path("intervention_id").asInt();
        var again = Suggesting.suggest(
                person,
                Suggesting.intake(person, GOAL + ". " + item.path("name").asText()),
                10);
        return Suggesting.find(Suggesting.items(again), "/intervention_id", id)
                .at("/score/mean")
                .asDouble();
    }

    private void livedThrough(Api person, JsonNode item, String answer) {
        closeAndAnswer(person, start(person, item), answer);
    }

    private void closeAndAnswer(Api person, UUID period, String answer) {
        Periods.complete(person, period);
        var given = person.post("/intervention-periods/" + period + "/feedback", Map.of("answer", answer));
        assertThat(given.status()).as(given.text()).isBetween(200, 204);
        deliveries.workOff(() -> true);
    }

    private UUID start(Api person, JsonNode item) {
        return start(person, item, Map.of());
    }

    private UUID start(Api person, JsonNode item, Map<String, ?> more) {
        var request = new HashMap<String, Object>(more);
        request.put("intervention_id", item.path("intervention_id").asInt());
        var period = Periods.start(person, request);
        deliveries.workOff(() -> true);
        return period;
    }

    private static long count(JsonNode item, String column) {
        return Owner.number("select " + column + " from interventions_base where intervention_id = "
                + item.path("intervention_id").asInt());
    }
}
