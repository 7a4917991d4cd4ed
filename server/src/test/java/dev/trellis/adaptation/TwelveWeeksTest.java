package dev.trellis.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.adaptation.reassessment.SimulatedPerson;
import dev.trellis.events.Deliveries;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Twelve weeks with one person, through the front door and with the jobs of the night: a body that answers to what it
 * eats, gaps in the log, a week of illness, days agreed to, declined and taken back, and a review every two weeks. At the
 * end of each week the calendar, adherence, overrides and changes of the plan have to tell the same story.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TwelveWeeksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate START = LocalDate.of(2026, 11, 16);
    private static final int DAYS = 84;
    private static final int FEVER_FROM = 30;
    private static final int FEVER_UNTIL = 34;

    private final Random chance = new Random(11);

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    @Inject
    Deliveries deliveries;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void twelveWeeksTellOneStory() {
        at(START, 5);
        var person = given.person("ana", BERLIN.getId());
        var ana = person.lasting();
        Consulting.usual()
                .with("about_you", "weight_kg", 80)
                .with("goals", "weight_aim", "lose")
                .with("equipment_and_schedule", "session_time", "18:00")
                .complete(ana, Map.of("start_date", START.toString()));
        var settings = Map.of(
                "auto_adjust", true, "fewer_carbs_on_cuts", true, "auto_raise_calories", true, "morning_at", "06:00");
        assertThat(ana.put("/adaptation-settings", settings).status()).isEqualTo(200);
        var planned = plan(ana);
        var body = new SimulatedPerson(false, 80, 165.5, 36, 1.4);

        for (var day = 0; day < DAYS; day++) {
            var date = START.plusDays(day);
            morning(ana, date, day, body);
            body.eat(evening(ana, date, day));
            if (day % 7 == 6) {
                everythingAgrees(ana, date.minusDays(13).isBefore(START) ? START : date.minusDays(13), date);
            }
        }

        assertThat(plan(ana)).as("the plan itself was never touched").isEqualTo(planned);
        everythingAgrees(ana, START.plusDays(DAYS - 60), START.plusDays(DAYS - 1));
        var reviews = ana.get("/reassessments").body().path("items");
        assertThat(reviews.size()).as(reviews.toString()).isGreaterThanOrEqualTo(3);
        assertThat(ana.get("/reassessments/replay").body().path("reproduced").asBoolean())
                .isTrue();
        var statuses = all(ana, "/adjustments?limit=100").stream()
                .collect(Collectors.groupingBy(one -> one.path("status").asText(), Collectors.counting()));
        assertThat(statuses).containsKeys("approved", "rejected", "undone", "auto_applied");
        assertThat(all(ana, "/adjustments?limit=100"))
                .as("fever held the training")
                .anyMatch(one -> one.path("hold").asBoolean());
        assertThat(body.kg()).as("less than in the beginning").isLessThan(80);
        at(START.plusDays(DAYS), 12);
        jobs.runNow("end_programs");
        assertThat(ana.get("/programs").text("/items/0/status")).isEqualTo("completed");
    }

    /** Tells how the night was, lets the jobs look at the day, and answers what they propose. */
    private void morning(Api ana, LocalDate date, int day, SimulatedPerson body) {
        at(date, 6);
        if (day % 3 != 2) {
            ana.post(
                    "/measurements",
                    Map.of("weight_kg", Math.round(10 * (body.kg() + chance.nextGaussian() / 3)) / 10.0));
        }
        if (day % 7 != 5) {
            assertThat(ana.put("/context-log/" + date, context(day)).status()).isEqualTo(200);
        }
        deliveries.workOff(() -> true);
        clock.advance(Duration.ofMinutes(5));
        jobs.runNow("analyse_mornings");
        jobs.runNow("reassess_programs");
        deliveries.workOff(() -> true);
        for (var one : all(ana, "/adjustments?from=" + date + "&to=" + date)) {
            answer(ana, one);
        }
        for (var one : all(ana, "/plan_changes?limit=100")) {
            if (one.path("status").asText().equals("pending")) {
                var decision = chance.nextInt(3) == 0 ? "/reject" : "/approve";
                var decided = ana.post("/plan_changes/" + one.path("id").asText() + decision, null);
                assertThat(decided.status()).as(decided.text()).isEqualTo(200);
            }
        }
    }

    private void answer(Api ana, JsonNode adjustment) {
        var address = "/adjustments/" + adjustment.path("id").asText();
        var answered = switch (adjustment.path("status").asText()) {
            case "pending" -> ana.post(address + (chance.nextInt(4) == 0 ? "/reject" : "/approve"), null);
            case "auto_applied" ->
                adjustment.path("hold").asBoolean() || chance.nextInt(3) > 0 ? null : ana.post(address + "/undo", null);
            default -> null;
        };
        if (answered != null) {
            assertThat(answered.status()).as(answered.text()).isEqualTo(200);
            if (answered.text("/status").equals("approved") && chance.nextInt(3) == 0) {
                assertThat(ana.post(address + "/undo", null).text("/status")).isEqualTo("undone");
            }
        }
    }

    /** Trains and eats more or less as the calendar says, and logs most of it. */
    private double evening(Api ana, LocalDate date, int day) {
        at(date, 21);
        double eaten = 0;
        boolean logged = chance.nextInt(10) > 0;
        for (var event :
                ana.get("/calendar/full?from=" + date + "&to=" + date).body().path("events")) {
            if (event.path("status").asText().equals("off")) {
                continue;
            }
            if (event.path("kind").asText().equals("meal")) {
                double share = 0.9 + 0.2 * chance.nextDouble();
                eaten += share * event.at("/meal/kcal").asDouble();
                if (logged) {
                    eat(ana, event, share);
                }
            } else if (chance.nextInt(5) > 0) {
                train(ana, event, date);
            }
        }
        jobs.runNow("expire_adjustments");
        jobs.runNow("close_planned_items");
        if (day == 20) {
            changeByHand(ana, date);
        }
        return eaten;
    }

    private void eat(Api ana, JsonNode event, double share) {
        var foods = new ArrayList<Map<String, Object>>();
        event.at("/meal/items")
                .forEach(item -> foods.add(Map.of(
                        "food_id", item.path("food_id").asText(),
                        "grams",
                                Math.max(
                                        1, Math.round(share * item.path("grams").asInt())))));
        var answer = ana.post(
                "/food-entries",
                Map.of("meal_type", event.at("/meal/meal").asText(), "foods", foods, "timestamp", moment(event)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void train(Api ana, JsonNode event, LocalDate date) {
        var exercises = new ArrayList<Map<String, Object>>();
        event.at("/session/exercises").forEach(exercise -> {
            var sets = new ArrayList<Map<String, Object>>();
            for (var set = 0; set < exercise.path("sets").asInt(); set++) {
                sets.add(Map.of(
                        exercise.path("timed").asBoolean() ? "seconds" : "reps",
                        exercise.path("rep_max").asInt(),
                        "rir",
                        2));
            }
            exercises.add(Map.of("exercise_id", exercise.path("exercise_id").asText(), "sets", sets));
        });
        var activity = new LinkedHashMap<String, Object>();
        activity.put("type", exercises.isEmpty() ? "walk" : "strength");
        activity.put("started_at", moment(event));
        activity.put("duration_s", Math.max(1, event.at("/session/minutes").asInt()) * 60);
        if (!exercises.isEmpty()) {
            activity.put("exercises", exercises);
        }
        var answer = ana.post("/activities", activity);
        assertThat(answer.status()).as(date + ": " + answer.text()).isEqualTo(201);
    }

    /** A snack that is left out tomorrow, and another one that is left out and taken back. */
    private static void changeByHand(Api ana, LocalDate date) {
        var tomorrow = date.plusDays(1);
        var snacks = new ArrayList<String>();
        ana.get("/calendar?from=" + tomorrow + "&to=" + tomorrow.plusDays(1))
                .body()
                .path("events")
                .forEach(event -> {
                    if (event.path("title").asText().equals("Snack")) {
                        snacks.add(event.path("item_id").asText());
                    }
                });
        var kept = ana.post("/plan_changes", Map.of("kind", "skip", "item_id", snacks.get(0)));
        var undone = ana.post("/plan_changes", Map.of("kind", "skip", "item_id", snacks.get(1)));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(ana.post("/plan_changes/" + undone.text("/id") + "/undo", null)
                        .text("/status"))
                .isEqualTo("undone");
    }

    private static Object moment(JsonNode event) {
        var time = event.path("start_time").isTextual()
                ? LocalTime.parse(event.path("start_time").asText())
                : LocalTime.NOON;
        return LocalDate.parse(event.path("date").asText())
                .atTime(time)
                .atZone(BERLIN)
                .toInstant()
                .toString();
    }

    private Map<String, Object> context(int day) {
        var context = new HashMap<String, Object>();
        boolean ill = day >= FEVER_FROM && day < FEVER_UNTIL;
        boolean bad = chance.nextInt(4) == 0;
        context.put("sleep_hours", bad ? 5 : 7 + chance.nextInt(2));
        context.put("sleep_quality", bad ? 2 : 4);
        context.put("fatigue", bad ? 4 : 1 + chance.nextInt(3));
        context.put("soreness", bad ? 4 : 1 + chance.nextInt(3));
        context.put("stress", bad ? 4 : 1 + chance.nextInt(3));
        context.put("mood", bad ? 2 : 4);
        context.put("illness", ill ? "fever" : "none");
        return context;
    }

    /** The calendar differs from the plan exactly where something in force says so, and adherence knows exactly what is on it. */
    private static void everythingAgrees(Api ana, LocalDate from, LocalDate to) {
        var range = "from=" + from + "&to=" + to;
        var events = list(ana.get("/calendar/full?" + range).body().path("events"));
        var adjustments = byId(all(ana, "/adjustments?limit=100"));
        var planChanges = byId(all(ana, "/plan_changes?limit=100"));
        var named = new HashSet<String>();
        for (var event : events) {
            boolean differs = event.path("planned").isObject();
            var changes =
                    list(event.path("changes")).stream().map(JsonNode::asText).toList();
            assertThat(differs && changes.isEmpty()).as("unexplained: " + event).isFalse();
            for (var change : changes) {
                named.add(change);
                var by = adjustments.getOrDefault(change, planChanges.get(change));
                assertThat(Objects.requireNonNull(by, "nobody knows " + change)
                                .path("status")
                                .asText())
                        .as(String.valueOf(by))
                        .isIn("approved", "auto_applied", "applied");
            }
        }
        adjustments.values().stream()
                .filter(one -> Set.of("rejected", "undone", "pending")
                        .contains(one.path("status").asText()))
                .forEach(one -> assertThat(named).doesNotContain(one.path("id").asText()));
        adherenceAgrees(events, ana.get("/adherence?" + range).body(), to);
    }

    private static void adherenceAgrees(List<JsonNode> events, JsonNode adherence, LocalDate to) {
        var items = list(adherence.path("items")).stream()
                .collect(Collectors.toMap(item -> item.path("item_id").asText(), item -> item));
        var waitedFor = events.stream()
                .filter(event -> event.path("status").asText().equals("planned"))
                .map(event -> event.path("item_id").asText())
                .collect(Collectors.toSet());
        assertThat(waitedFor).containsAll(items.keySet());
        // What is two days old is closed: of each such item something is known, be it that nothing is.
        events.stream()
                .filter(event -> event.path("status").asText().equals("planned"))
                .filter(event -> LocalDate.parse(event.path("date").asText()).isBefore(to.minusDays(1)))
                .forEach(event -> assertThat(items)
                        .as(event.toString())
                        .containsKey(event.path("item_id").asText()));
        for (var kind : List.of("session", "meal")) {
            var figure = adherence.path(kind + "s");
            var known = items.values().stream()
                    .filter(item -> item.path("kind").asText().equals(kind))
                    .filter(item -> !item.path("status").asText().equals("unknown"))
                    .toList();
            assertThat(figure.path("known").asInt()).as(figure.toString()).isEqualTo(known.size());
            assertThat(figure.path("credit").asDouble())
                    .isCloseTo(
                            known.stream()
                                    .mapToDouble(item -> item.path("credit").asDouble())
                                    .sum(),
                            offset(0.01));
        }
    }

    private void at(LocalDate date, int hour) {
        clock.set(date.atTime(hour, 0).atZone(BERLIN).toInstant());
    }

    /** A print of the stored plan. */
    private static long plan(Api ana) {
        return Owner.number("""
                select hashtextextended(string_agg(row, ',' order by row), 0)
                  from (select s::text as row from session_instances s
                        union all select e::text from exercise_plan_items e
                        union all select m::text from meal_instances m
                        union all select i::text from meal_item_plan i) as plan
                 where row like '%' || '""" + ana.get("/me").id() + "' || '%'");
    }

    private static Map<String, JsonNode> byId(List<JsonNode> nodes) {
        return nodes.stream().collect(Collectors.toMap(node -> node.path("id").asText(), node -> node));
    }

    private static List<JsonNode> all(Api ana, String address) {
        var all = new ArrayList<JsonNode>();
        var page = ana.get(address).body();
        all.addAll(list(page.path("items")));
        while (page.path("next_cursor").isTextual()) {
            page = ana.get(address + (address.contains("?") ? "&" : "?") + "cursor="
                            + page.path("next_cursor").asText())
                    .body();
            all.addAll(list(page.path("items")));
        }
        return all;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
