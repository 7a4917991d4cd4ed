package dev.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the one person of the demo who has a program finds when she logs in: six weeks that were lived, not filled in. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DemoProgramTest {
    @Inject
    DemoForTests demo;

    @Inject
    Given given;

    @Inject
    TestClock clock;

    private Api jana;
    private LocalDate today;

    @BeforeEach
    void janaLogsIn() {
        clock.set(TestClock.BEGINNING);
        demo.live();
        var login = Map.of("email", DemoForTests.TRAINEE, "password", DemoForTests.PASSWORD);
        jana = given.nobody().with(given.nobody().post("/login", login).text("/access_token"));
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of(DemoTrainee.ZONE));
    }

    @Test
    void sheIsSixWeeksIntoAProgramWithASessionToday() {
        var current = jana.get("/programs/current").body();
        assertThat(current.path("day").asInt()).isEqualTo(DemoProgram.DAYS + 1);
        assertThat(current.path("week").asInt()).isEqualTo(7);
        assertThat(events(today, today))
                .extracting(event -> event.path("kind").asText())
                .contains("session", "meal");
        assertThat(jana.get("/consultations").text("/items/0/completed_at")).isNotEmpty();
    }

    @Test
    void mostOfItWasDoneAndSomeWasNot() {
        var statuses =
                all("/adherence?from=" + today.minusDays(DemoProgram.DAYS) + "&to=" + today.minusDays(1), "items")
                        .stream()
                        .collect(Collectors.groupingBy(
                                item -> item.path("kind").asText() + " "
                                        + item.path("status").asText(),
                                Collectors.counting()));
        assertThat(statuses)
                .containsEntry("session skipped", 2L)
                .containsKeys("session completed", "session partial", "meal completed", "meal unknown");
        assertThat(statuses.get("session completed")).isGreaterThan(12);
        assertThat(jana.get("/food-entries/days?from=" + today.minusDays(DemoProgram.DAYS) + "&to=" + today)
                        .body()
                        .path("items"))
                .hasSize(DemoProgram.DAYS - 6);
    }

    @Test
    void herDaysWereMadeDifferentAgreedToDeclinedAndTakenBack() {
        var statuses = all("/adjustments?limit=100", "items").stream()
                .map(one -> one.path("status").asText())
                .collect(Collectors.toSet());
        assertThat(statuses).contains("approved", "rejected", "undone").doesNotContain("pending");
        var changes = all("/plan_changes?limit=100", "items");
        assertThat(changes)
                .anyMatch(change -> change.path("kind").asText().equals("move")
                        && change.path("status").asText().equals("applied"))
                .allMatch(change -> change.path("created_at").asText().compareTo(today.toString()) < 0);
    }

    @Test
    void threeReviewsSaidWhatTheySawAndWeighedMoreThanOnce() {
        var reviews = all("/reassessments", "items");
        assertThat(reviews)
                .extracting(review -> review.path("reviewed_on").asText())
                .containsExactly(day(42), day(28), day(14));
        assertThat(reviews.getFirst().at("/calories/gate").isMissingNode())
                .as("the controller ran: " + reviews.getFirst())
                .isTrue();
        assertThat(jana.get("/reassessments/replay").body().path("reproduced").asBoolean())
                .isTrue();
    }

    @Test
    void thereIsSomethingToReadButNotTooMuch() {
        assertThat(jana.get("/notifications?unread_only=true").body().path("items"))
                .hasSizeBetween(1, 3);
        assertThat(jana.get("/activities").body().path("items"))
                .anyMatch(activity -> activity.path("type").asText().equals("walk"))
                .anyMatch(activity -> !activity.path("exercises").isEmpty());
    }

    private String day(int index) {
        return today.minusDays(DemoProgram.DAYS - index).toString();
    }

    private List<JsonNode> events(LocalDate from, LocalDate to) {
        return all("/calendar?from=" + from + "&to=" + to, "events");
    }

    private List<JsonNode> all(String address, String field) {
        var answer = jana.get(address);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.body().path(field).spliterator(), false)
                .toList();
    }
}
