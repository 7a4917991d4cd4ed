package dev.trellis.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.events.Deliveries;
import dev.trellis.events.Occurrence;
import dev.trellis.interventions.InterventionCompleted;
import dev.trellis.interventions.InterventionReviewed;
import dev.trellis.platform.Database;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NotificationsTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    SendCompletionNotification completions;

    @Inject
    TellAuthorOfReview reviews;

    @Inject
    Deliveries deliveries;

    private Api ana;
    private UUID anasId;

    @BeforeEach
    void begin() {
        ana = given.person("ana");
        anasId = ana.get("/me").id();
    }

    @Test
    void anEmptyFeedIsAnEmptyList() {
        assertThat(ana.get("/notifications").text()).isEqualTo("{\"items\":[]}");
        assertThat(ana.get("/notifications/unread-count").text("/unread")).isEqualTo("0");
    }

    @Test
    void aCompletionNamesTheInterventionTheDaysAndTheSummary() {
        var period = UUID.randomUUID();
        tellOfCompletions(List.of(new InterventionCompleted(
                anasId, period, 7, "Morning light", LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 16), false)));

        var told = ana.get("/notifications").body().at("/items/0");

        assertThat(told.at("/type").asText()).isEqualTo("intervention_completed");
        assertThat(told.at("/title").asText()).isEqualTo("You completed “Morning light”");
        assertThat(told.at("/body").asText())
                .startsWith("You gave it 14 days, from 3 November 2026 to 16 November 2026.");
        assertThat(told.at("/data/period_id").asText()).isEqualTo(period.toString());
        assertThat(told.at("/data/intervention_id").asInt()).isEqualTo(7);
        assertThat(told.at("/data/auto_completed").asBoolean(true)).isFalse();
        assertThat(told.at("/data/summary_path").asText()).isEqualTo("/intervention-periods/" + period + "/summary");
        assertThat(told.at("/read").asBoolean(true)).isFalse();
        assertThat(told.at("/created_at").asText()).isEqualTo("2026-11-16T12:00:00Z");
    }

    @Test
    void aWholeBatchIsToldAtOnceAndRepeatingItTellsNobodyAgain() {
        var bo = given.person("bo");
        var bosId = bo.get("/me").id();
        var batch = IntStream.range(0, 50)
                .mapToObj(i -> occurrence(completed(i % 2 == 0 ? anasId : bosId, "Habit " + i)))
                .toList();

        database.runJob(tx -> completions.handle(tx, batch));
        database.runJob(tx -> completions.handle(tx, batch));

        assertThat(ana.get("/notifications/unread-count").text("/unread")).isEqualTo("25");
        assertThat(bo.get("/notifications/unread-count").text("/unread")).isEqualTo("25");
    }

    @Test
    void theFeedIsReadPageByPageNewestFirst() {
        tellOfCompletions(IntStream.range(0, 5)
                .mapToObj(i -> completed(anasId, "Habit " + i))
                .toList());

        var titles = new ArrayList<String>();
        var cursor = "";
        do {
            var page = ana.get("/notifications?limit=2" + cursor);
            page.body()
                    .at("/items")
                    .forEach(item -> titles.add(item.at("/title").asText()));
            cursor = page.body().has("next_cursor") ? "&cursor=" + page.text("/next_cursor") : "";
        } while (!cursor.isEmpty());

        assertThat(titles)
                .containsExactlyElementsOf(IntStream.range(0, 5)
                        .mapToObj(i -> "You completed “Habit " + (4 - i) + "”")
                        .toList());
    }

    @Test
    void readingOneTakesItFromTheUnreadHoweverOftenItIsRead() {
        tellOfCompletions(List.of(completed(anasId, "One"), completed(anasId, "Two")));
        var id = ana.get("/notifications").text("/items/0/id");

        assertThat(ana.post("/notifications/" + id + "/read", null).text("/read"))
                .isEqualTo("true");
        assertThat(ana.post("/notifications/" + id + "/read", null).status()).isEqualTo(200);

        assertThat(ana.get("/notifications/unread-count").text("/unread")).isEqualTo("1");
        assertThat(ana.get("/notifications?unread_only=true").body().at("/items"))
                .hasSize(1);
        assertThat(ana.get("/notifications").body().at("/items")).hasSize(2);
    }

    @Test
    void readingAllSaysHowManyWereNotRead() {
        tellOfCompletions(List.of(completed(anasId, "One"), completed(anasId, "Two")));

        assertThat(ana.post("/notifications/read-all", null).text("/marked")).isEqualTo("2");
        assertThat(ana.post("/notifications/read-all", null).text("/marked")).isEqualTo("0");
        assertThat(ana.get("/notifications?unread_only=true").body().at("/items"))
                .isEmpty();
    }

    @Test
    void somebodyElsesNotificationDoesNotExist() {
        tellOfCompletions(List.of(completed(anasId, "One")));
        var id = ana.get("/notifications").text("/items/0/id");

        var answer = given.person("bo").post("/notifications/" + id + "/read", null);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(ana.get("/notifications/unread-count").text("/unread")).isEqualTo("1");
    }

    @Test
    void anAuthorLearnsTheDecisionAndTheReason() {
        var reviewed = new InterventionReviewed(
                anasId, UUID.randomUUID(), 100_000, "Cold showers", "rejected", "No source supports the claim.");
        database.runJob(tx -> reviews.handle(tx, List.of(occurrence(reviewed))));

        var told = ana.get("/notifications").body().at("/items/0");

        assertThat(told.at("/type").asText()).isEqualTo("intervention_reviewed");
        assertThat(told.at("/title").asText()).isEqualTo("“Cold showers” was not taken into the catalogue");
        assertThat(told.at("/body").asText()).endsWith("Their reason: No source supports the claim.");
        assertThat(told.at("/data/status").asText()).isEqualTo("rejected");
        assertThat(told.at("/data/intervention_id").asInt()).isEqualTo(100_000);
    }

    private void tellOfCompletions(List<InterventionCompleted> completed) {
        database.runJob(tx -> completions.handle(
                tx, completed.stream().map(NotificationsTest::occurrence).toList()));
    }

    private static <E extends dev.trellis.events.DomainEvent> Occurrence<E> occurrence(E event) {
        return new Occurrence<>(UUID.randomUUID(), TestClock.BEGINNING, event);
    }

    private static InterventionCompleted completed(UUID person, String name) {
        return new InterventionCompleted(
                person, UUID.randomUUID(), null, name, LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 9), true);
    }
}
