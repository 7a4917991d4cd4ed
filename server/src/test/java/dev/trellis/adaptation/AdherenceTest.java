package dev.trellis.adaptation;

import static dev.trellis.adaptation.PlannedPerson.MONDAY;
import static dev.trellis.adaptation.PlannedPerson.SATURDAY;
import static dev.trellis.adaptation.PlannedPerson.WEDNESDAY;
import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.programs.Calendar;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is logged is held against what was planned, at once, and what becomes of everything planned is known. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AdherenceTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Calendar calendar;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void whoLogsASessionSeesWhichOneItWas() {
        var ana = person("UTC");
        var planned = ana.session(WEDNESDAY);
        at("2026-11-18T08:00:00Z");

        var logged =
                ana.trains(planned, "2026-11-18T06:35:00Z", planned.session().minutes(), 1);

        assertThat(logged.status()).as(logged.text()).isEqualTo(201);
        assertThat(logged.text("/planned_session_instance_id"))
                .isEqualTo(planned.itemId().toString());
        assertThat(logged.body().path("similarity_score").asDouble()).isEqualTo(1.0);
        assertThat(ana.status(planned)).isEqualTo("completed");
        assertThat(ana.adherence(planned).path("dose").asDouble()).isEqualTo(1.0);
        assertThat(ana.adherence(planned).at("/components/exercises").asDouble())
                .isEqualTo(1.0);
        assertThat(ana.events("adherence.assessed")).isEqualTo(1);

        ana.api().post("/adherence", Map.of("day", "2026-11-18"));
        ana.api().post("/adherence", Map.of("item_id", planned.itemId()));

        assertThat(ana.events("adherence.assessed")).as("nothing is new").isEqualTo(1);
    }

    @Test
    void whatIsChangedLaterIsMatchedAnew() {
        var ana = person("UTC");
        var planned = ana.session(WEDNESDAY);
        at("2026-11-18T08:00:00Z");
        var half = ana.trains(planned, "2026-11-18T06:35:00Z", planned.session().minutes() / 2, 0.5);
        assertThat(ana.status(planned)).isEqualTo("partial");
        var activity = "/activities/" + half.id();

        var yoga = ana.api().patch(activity, Map.of("type", "yoga"));

        assertThat(yoga.body().has("planned_session_instance_id")).isFalse();
        assertThat(ana.status(planned)).isEqualTo("unknown");

        var dayBefore = ana.api().patch(activity, Map.of("type", "strength", "started_at", "2026-11-17T06:35:00Z"));

        assertThat(dayBefore.text("/planned_session_instance_id"))
                .isEqualTo(planned.itemId().toString());
        assertThat(ana.adherence(planned).path("moved_days").asInt()).isEqualTo(-1);

        ana.api().delete(activity);

        assertThat(ana.status(planned)).isEqualTo("unknown");
        assertThat(ana.adherence(planned).has("activity_id")).isFalse();
    }

    @Test
    void theBetterOfTwoIsTheSessionHoweverTheyCome() {
        var ana = person("UTC");
        var planned = ana.session(WEDNESDAY);
        int minutes = planned.session().minutes();
        at("2026-11-18T20:00:00Z");

        var worse = ana.trains("2026-11-18T15:00:00Z", minutes / 2);
        assertThat(worse.text("/planned_session_instance_id"))
                .isEqualTo(planned.itemId().toString());
        var better = ana.trains(planned, "2026-11-18T06:30:00Z", minutes, 1);

        assertThat(better.text("/planned_session_instance_id"))
                .isEqualTo(planned.itemId().toString());
        var first = ana.api().get("/activities/" + worse.id());
        assertThat(first.body().has("planned_session_instance_id")).isFalse();
        assertThat(first.body().has("similarity_score")).isFalse();
    }

    @Test
    void ofManyAtOnceOneIsTheSession() {
        var ana = person("UTC");
        var planned = ana.session(WEDNESDAY);
        at("2026-11-18T20:00:00Z");

        var logged = inParallel(6, () -> ana.trains("2026-11-18T06:30:00Z", 45));

        assertThat(logged).allMatch(answer -> answer.status() == 201);
        var linked = logged.stream()
                .map(answer -> ana.api().get("/activities/" + answer.id()))
                .filter(answer -> answer.body().has("planned_session_instance_id"))
                .map(Answer::id)
                .toList();
        assertThat(linked).hasSize(1);
        assertThat(ana.adherence(planned).path("activity_id").asText())
                .isEqualTo(linked.getFirst().toString());
    }

    @Test
    void whatWasEatenIsThePlannedMealOfItsDay() {
        var ana = person("UTC");
        var lunch = ana.meal(WEDNESDAY, "lunch");
        at("2026-11-18T20:00:00Z");

        var eaten = ana.eats(lunch, "2026-11-18T12:40:00Z");

        assertThat(eaten.status()).as(eaten.text()).isEqualTo(201);
        assertThat(eaten.text("/planned_meal_instance_id"))
                .isEqualTo(lunch.itemId().toString());
        assertThat(ana.status(lunch)).isEqualTo("completed");
        assertThat(ana.status(ana.meal(WEDNESDAY, "dinner"))).isEqualTo("nothing");

        var entry = "/food-entries/" + eaten.id();
        var item = lunch.meal().items().getFirst();
        ana.api().patch(entry, Map.of("foods", List.of(Map.of("food_id", item.foodId(), "grams", 30))));
        assertThat(ana.status(lunch)).isNotEqualTo("completed");
        ana.api().delete(entry);
        assertThat(ana.status(lunch)).isEqualTo("unknown");
    }

    @Test
    void aLinkByHandWinsAndStays() {
        var ana = person("UTC");
        var planned = ana.session(WEDNESDAY);
        at("2026-11-23T08:00:00Z");
        var whole =
                ana.trains(planned, "2026-11-18T06:30:00Z", planned.session().minutes(), 1);
        var ride = ana.api()
                .post("/activities", Map.of("type", "cycle", "started_at", "2026-11-22T09:00:00Z", "duration_s", 3600));
        assertThat(ride.body().has("planned_session_instance_id")).isFalse();

        var linked = ana.api().put("/activities/" + ride.id() + "/planned-session", choice(planned.itemId()));

        assertThat(linked.text("/planned_session_instance_id"))
                .as(linked.text())
                .isEqualTo(planned.itemId().toString());
        assertThat(ana.status(planned)).as("another kind, but her word").isIn("similar", "partial");
        assertThat(ana.adherence(planned).path("moved_days").asInt()).isEqualTo(4);
        assertThat(ana.api().get("/activities/" + whole.id()).text("/planned_session_instance_id"))
                .isNotEqualTo(planned.itemId().toString());
        ana.api().patch("/activities/" + whole.id(), Map.of("rpe", 7));
        assertThat(ana.adherence(planned).path("activity_id").asText()).isEqualTo(ride.text("/id"));

        ana.api().delete("/activities/" + ride.id());

        assertThat(ana.adherence(planned).path("activity_id").asText())
                .as("the link went with what was linked")
                .isEqualTo(whole.text("/id"));
    }

    @Test
    void aPersonMaySayThatSomethingWasNothingPlanned() {
        var ana = person("UTC");
        var planned = ana.session(WEDNESDAY);
        at("2026-11-18T08:00:00Z");
        var logged = ana.trains("2026-11-18T06:30:00Z", planned.session().minutes());
        var link = "/activities/" + logged.id() + "/planned-session";

        var nothing = ana.api().put(link, choice(null));

        assertThat(nothing.body().has("planned_session_instance_id")).isFalse();
        ana.api().patch("/activities/" + logged.id(), Map.of("rpe", 7));
        assertThat(ana.status(planned)).isEqualTo("unknown");

        var released = ana.api().delete(link);

        assertThat(released.text("/planned_session_instance_id"))
                .isEqualTo(planned.itemId().toString());
        var strange = ana.api().put(link, choice(UUID.randomUUID()));
        assertThat(strange.status()).isEqualTo(404);
        var meal = ana.api().put(link, choice(ana.meal(WEDNESDAY, "lunch").itemId()));
        assertThat(meal.status()).as("a meal is no session").isEqualTo(404);
    }

    @Test
    void anEntryIsLinkedByHandToo() {
        var ana = person("UTC");
        var dinner = ana.meal(WEDNESDAY, "dinner");
        at("2026-11-18T22:00:00Z");
        var pizza = ana.api()
                .post(
                        "/food-entries",
                        Map.of(
                                "timestamp",
                                "2026-11-18T21:00:00Z",
                                "foods",
                                List.of(Map.of(
                                        "name", "Pizza", "calories", 600, "protein", 25, "carbs", 70, "fat", 24))));
        var link = "/food-entries/" + pizza.id() + "/planned-meal";

        var linked = ana.api().put(link, Map.of("planned_meal_instance_id", dinner.itemId()));

        assertThat(linked.text("/planned_meal_instance_id"))
                .as(linked.text())
                .isEqualTo(dinner.itemId().toString());
        assertThat(ana.adherence(dinner).path("food_entry_id").asText()).isEqualTo(pizza.text("/id"));
        ana.api().delete("/food-entries/" + pizza.id());
        assertThat(ana.adherence(dinner).has("food_entry_id")).isFalse();
    }

    @Test
    void whatIsOverIsSkippedWhereSomethingWasLoggedAndUnknownWhereNothingWas() {
        var ana = person("Pacific/Auckland");
        var covered = ana.session(WEDNESDAY);
        var silent = ana.session(SATURDAY);
        at("2026-11-18T05:00:00Z");
        ana.api().post("/food-entries", Map.of("foods", List.of(Map.of("food_id", "apple", "grams", 150))));

        // Her Wednesday ends at 11:00 UTC; what is planned then is waited for until that time on Thursday.
        at("2026-11-19T10:59:00Z");
        jobs.runNow("close_planned_items");
        assertThat(ana.status(covered)).isEqualTo("nothing");
        assertThat(ana.status(ana.meal(WEDNESDAY, "breakfast")))
                .as("four hours after her midnight")
                .isEqualTo("skipped");

        at("2026-11-19T11:00:00Z");
        jobs.runNow("close_planned_items");
        assertThat(ana.status(covered)).isEqualTo("skipped");
        assertThat(ana.adherence(covered).path("credit").asDouble()).isZero();

        at("2026-11-23T12:00:00Z");
        jobs.runNow("close_planned_items");
        assertThat(ana.status(silent)).isEqualTo("unknown");
        long told = ana.events("adherence.assessed");
        jobs.runNow("close_planned_items");
        assertThat(ana.events("adherence.assessed")).isEqualTo(told);

        ana.api().post("/activities", Map.of("type", "walk", "started_at", "2026-11-20T22:00:00Z", "duration_s", 600));
        assertThat(ana.status(silent)).as("she was there that day after all").isEqualTo("skipped");
        var late = ana.trains("2026-11-20T20:00:00Z", silent.session().minutes());
        assertThat(late.text("/planned_session_instance_id"))
                .isEqualTo(silent.itemId().toString());
        assertThat(ana.status(silent)).isEqualTo("completed");
    }

    @Test
    void whoTellsLaterHowADayWasWasNotSilentAboutIt() {
        var ana = person("UTC");
        var wednesday = ana.session(WEDNESDAY);
        var saturday = ana.session(SATURDAY);
        at("2026-11-23T12:00:00Z");
        jobs.runNow("close_planned_items");
        assertThat(ana.status(wednesday)).isEqualTo("unknown");

        ana.api().put("/context-log/" + WEDNESDAY, Map.of("mood", 3));
        var weighed = ana.api().post("/measurements", Map.of("weight_kg", 65, "measured_at", SATURDAY + "T07:00:00Z"));

        assertThat(weighed.status()).as(weighed.text()).isEqualTo(201);
        assertThat(ana.status(wednesday)).isEqualTo("skipped");
        assertThat(ana.status(ana.meal(WEDNESDAY, "lunch"))).isEqualTo("skipped");
        assertThat(ana.status(saturday)).isEqualTo("skipped");
        assertThat(ana.status(ana.session(MONDAY))).as("its day is not over").isIn("unknown", "nothing");
    }

    @Test
    void theOwnWordCounts() {
        var ana = person("UTC");
        var planned = ana.session(WEDNESDAY);
        at("2026-11-18T08:00:00Z");

        var early = ana.api()
                .post("/adherence", Map.of("item_id", ana.session(SATURDAY).itemId(), "status", "completed"));
        var marked =
                ana.api().post("/adherence", Map.of("item_id", planned.itemId(), "status", "partial", "dose", 0.5));

        assertThat(early.status()).isEqualTo(409);
        assertThat(marked.status()).as(marked.text()).isEqualTo(200);
        assertThat(marked.text("/items/0/status")).isEqualTo("partial");
        assertThat(marked.body().at("/items/0/credit").asDouble()).isEqualTo(0.5);
        assertThat(marked.body().at("/items/0/marked").asBoolean()).isTrue();
        ana.trains(planned, "2026-11-18T06:30:00Z", planned.session().minutes(), 1);
        assertThat(ana.status(planned)).as("her word beats what is computed").isEqualTo("partial");

        ana.api().post("/adherence", Map.of("item_id", planned.itemId(), "unmark", true));

        assertThat(ana.status(planned)).isEqualTo("completed");
        assertThat(ana.adherence(planned).path("dose").asDouble()).isEqualTo(1.0);
        assertThat(ana.api().post("/adherence", Map.of()).problem()).isEqualTo("invalid-input");
        var ben = given.person("ben");
        assertThat(ben.post("/adherence", Map.of("item_id", planned.itemId())).status())
                .isEqualTo(404);
    }

    @Test
    void aPeriodHasItsDenominator() {
        var ana = person("UTC");
        at("2026-11-18T20:00:00Z");
        var first = ana.api().get("/adherence?from=2026-11-17&to=2026-11-18");
        assertThat(first.body().at("/all").has("adherence")).isFalse();
        for (var meal : List.of("breakfast", "lunch", "snack", "dinner")) {
            ana.eats(
                    ana.meal(WEDNESDAY, meal),
                    ana.meal(WEDNESDAY, meal).date() + "T"
                            + ana.meal(WEDNESDAY, meal).startTime() + ":00Z");
        }

        at("2026-11-19T05:00:00Z");
        var period = ana.api().get("/adherence?from=2026-11-18&to=2026-11-18");

        assertThat(period.body().at("/meals/adherence").asDouble())
                .as(period.text())
                .isEqualTo(1.0);
        assertThat(period.body().at("/meals/known").asInt()).isEqualTo(4);
        assertThat(period.body().at("/meals/due").asInt()).isEqualTo(4);
        assertThat(period.body().at("/sessions/due").asInt())
                .as("waited for until tomorrow night")
                .isZero();
        assertThat(ana.api().get("/adherence?from=2026-11-18").status()).isIn(400, 422);
    }

    @Test
    void nobodyElseLinksWhatIsHers() {
        var ana = person("UTC");
        at("2026-11-18T08:00:00Z");
        var hers = ana.trains("2026-11-18T06:30:00Z", 45);
        var ben = given.person("ben");
        var his = ben.post("/activities", Map.of("type", "strength", "duration_s", 2700));

        assertThat(ben.put("/activities/" + hers.id() + "/planned-session", choice(null))
                        .status())
                .isEqualTo(404);
        assertThat(ben.put(
                                "/activities/" + his.id() + "/planned-session",
                                choice(ana.session(MONDAY).itemId()))
                        .status())
                .isEqualTo(404);
    }

    private static Map<String, @Nullable Object> choice(@Nullable UUID session) {
        var choice = new HashMap<String, @Nullable Object>();
        choice.put("planned_session_instance_id", session);
        return choice;
    }

    private PlannedPerson person(String zone) {
        return PlannedPerson.of(given, zone, Consulting.usual(), database, calendar);
    }

    private void at(String moment) {
        clock.set(Instant.parse(moment));
    }
}
