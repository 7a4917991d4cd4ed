package dev.trellis.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
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
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person's days hold while a program runs, in the app and in the calendars they have already. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ProgramCalendarTest {
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

    @BeforeEach
    @AfterEach
    void atTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void linesAreByDayAndTime() {
        var ana = withProgram("UTC");

        var week = ana.get("/calendar?from=2026-11-16&to=2026-11-22");

        assertThat(week.body().path("events")).hasSize(3 + 28);
        var first = week.body().at("/events/0");
        assertThat(first.path("kind").asText()).isEqualTo("session");
        assertThat(first.path("date").asText()).isEqualTo("2026-11-16");
        assertThat(first.path("start_time").asText()).isEqualTo("06:30:00");
        assertThat(first.path("status").asText()).isEqualTo("planned");
        assertThat(first.path("changed").asBoolean(true)).isFalse();
        assertThat(week.body().at("/events/1/title").asText()).isEqualTo("Breakfast");
        assertThat(ana.get("/calendar").text("/to")).as("a week from today on").isEqualTo("2026-11-22");
        assertThat(ana.header("If-None-Match", week.header("ETag"))
                        .get("/calendar?from=2026-11-16&to=2026-11-22")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void theFullCalendarHoldsEverythingAsItIsNowAndAsItWasPlanned() {
        var ana = withProgram("UTC");
        var planned =
                ana.get("/calendar/full?from=2026-11-16&to=2026-11-16").body().at("/events/0");
        assertThat(planned.at("/session/exercises/0/name").asText()).isNotEmpty();
        assertThat(planned.path("planned").isNull()).isTrue();
        var change = UUID.randomUUID();

        move(ana, change, LocalDate.parse("2026-11-17"));

        assertThat(ana.get("/calendar?from=2026-11-16&to=2026-11-16").body().path("events"))
                .hasSize(4);
        var moved =
                ana.get("/calendar/full?from=2026-11-17&to=2026-11-17").body().path("events");
        var now = moved.get(0);
        assertThat(now.path("id")).isEqualTo(planned.path("id"));
        assertThat(now.path("start_time").asText()).isEqualTo("07:00:00");
        assertThat(now.path("changes")).extracting(id -> id.asText()).containsExactly(change.toString());
        assertThat(now.path("revision").asInt()).isEqualTo(1);
        assertThat(now.at("/planned/date").asText()).isEqualTo("2026-11-16");
        assertThat(now.at("/planned/start_time").asText()).isEqualTo("06:30:00");
        assertThat(now.at("/planned/session")).isEqualTo(planned.path("session"));
        assertThat(moved.get(1).at("/meal/items/0/food_id").asText()).isNotEmpty();
    }

    @Test
    void whatWasPlannedForAMealIsShownBesideWhatItIsNow() {
        var ana = withProgram("UTC");
        var before =
                ana.get("/calendar/full?from=2026-11-16&to=2026-11-16").body().at("/events/1");
        database.run(actor(ana), tx -> {
            var meal = calendar.between(tx, id(ana), day(16), day(16)).get(1);
            calendar.change(tx, id(ana), UUID.randomUUID(), List.of(meal.with(CalendarEvent.Status.OFF)));
        });

        var now = ana.get("/calendar/full?from=2026-11-16&to=2026-11-16").body().at("/events/1");

        assertThat(now.path("status").asText()).isEqualTo("off");
        assertThat(now.at("/planned/meal/items")).isEqualTo(before.at("/meal/items"));
        assertThat(now.at("/planned/meal/kcal").asDouble())
                .isEqualTo(before.at("/meal/kcal").asDouble());
    }

    @Test
    void whatWasPlannedStaysThroughSeveralChangesAndGoesWithTheLastOfThem() {
        var ana = withProgram("UTC");
        var planned = entry(ana, 16, 0);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var before = at(ana, 16);
        database.run(
                actor(ana),
                tx -> calendar.change(tx, id(ana), first, List.of(before.movedTo(day(16), LocalTime.of(5, 0)))));
        var between = at(ana, 16);
        database.run(
                actor(ana),
                tx -> calendar.change(tx, id(ana), second, List.of(between.with(CalendarEvent.Status.OFF))));

        var changedTwice = entry(ana, 16, 0);
        assertThat(changedTwice.at("/planned/start_time")).isEqualTo(planned.path("start_time"));
        assertThat(changedTwice.at("/planned/session")).isEqualTo(planned.path("session"));
        assertThat(changedTwice.path("changes"))
                .extracting(id -> id.asText())
                .containsExactly(first.toString(), second.toString());

        database.run(actor(ana), tx -> {
            assertThat(calendar.takeBack(tx, id(ana), second, List.of(between))).isTrue();
            assertThat(calendar.takeBack(tx, id(ana), first, List.of(before))).isTrue();
        });

        var after = (ObjectNode) entry(ana, 16, 0);
        assertThat(after.path("revision").asInt()).isEqualTo(4);
        assertThat(after.put("revision", 0)).isEqualTo(planned);
    }

    @Test
    void whereNumbersAreNotShownAChangeShowsNoneEither() {
        var ana = given.person("ana", "UTC").lasting();
        Consulting.usual().with("health", "eating_disorder", true).complete(ana, Map.of("start_date", "2026-11-16"));
        database.run(actor(ana), tx -> {
            var meals = calendar.between(tx, id(ana), day(16), day(16), CalendarEvent.Kind.MEAL)
                    .get();
            calendar.change(
                    tx, id(ana), UUID.randomUUID(), List.of(meals.getFirst().with(CalendarEvent.Status.OFF)));
        });

        var day = ana.get("/calendar/full?from=2026-11-16&to=2026-11-16");

        assertThat(day.text()).contains("\"off\"", "\"planned\":{").doesNotContain("kcal", "\"protein");
    }

    @Test
    void rangesHaveAnEnd() {
        var ana = given.person("ana");

        assertThat(ana.get("/calendar?from=2026-01-01&to=2027-01-02").text("/errors/0/pointer"))
                .isEqualTo("/query/to");
        assertThat(ana.get("/calendar/full?from=2026-11-01&to=2027-01-02").status())
                .isEqualTo(422);
        assertThat(ana.get("/calendar?from=2026-11-02&to=2026-11-01").status()).isEqualTo(422);
        assertThat(ana.get("/calendar/full").body().path("events")).isEmpty();
    }

    @Test
    void theCurrentProgramSaysWhereThePersonStands() {
        var ana = withProgram("UTC");
        clock.set(Instant.parse("2026-11-24T09:00:00Z"));

        var current = ana.get("/programs/current").body();

        assertThat(current.path("day").asInt()).isEqualTo(9);
        assertThat(current.path("week").asInt()).isEqualTo(2);
        assertThat(current.path("days").asInt()).isEqualTo(84);
        assertThat(current.path("days_left").asInt()).isEqualTo(76);
        assertThat(current.path("today")).hasSize(4);
        assertThat(current.at("/next/date").asText()).isEqualTo("2026-11-25");
        assertThat(current.at("/program/training/weeks")).hasSize(12);
    }

    @Test
    void stoppingTakesWhatLiesAheadOutOfTheCalendar() {
        var ana = withProgram("UTC");
        clock.set(Instant.parse("2026-11-18T09:00:00Z"));

        var stopped = ana.post("/programs/current/stop", null);

        assertThat(stopped.text("/status")).isEqualTo("stopped");
        assertThat(stopped.text("/ended_on")).isEqualTo("2026-11-18");
        assertThat(ana.get("/calendar?from=2026-11-18&to=2027-02-20").body().path("events"))
                .isEmpty();
        assertThat(ana.get("/calendar?from=2026-11-16&to=2026-11-17").body().path("events"))
                .hasSize(9);
        assertThat(ana.get("/programs/current").status()).isEqualTo(404);
        assertThat(ana.post("/programs/current/stop", null).problem()).isEqualTo("wrong-state");
    }

    @Test
    void aProgramEndsWhenItsLastDayIsOverWhereThePersonLives() {
        var ana = given.person("ana", "Pacific/Auckland").lasting();
        Consulting.usual().complete(ana, Map.of("start_date", "2026-11-17", "weeks", 1));
        var program = ana.get("/programs/current").text("/program/id");

        clock.set(Instant.parse("2026-11-23T10:55:00Z"));
        jobs.runNow("end_programs");
        assertThat(ana.get("/programs/" + program).text("/status")).isEqualTo("active");
        clock.set(Instant.parse("2026-11-23T11:05:00Z"));
        jobs.runNow("end_programs");
        jobs.runNow("end_programs");

        assertThat(ana.get("/programs/" + program).text("/status")).isEqualTo("completed");
        assertThat(ana.get("/programs/" + program).text("/ended_on")).isEqualTo("2026-11-24");
        assertThat(Owner.number(
                        "select count(*) from events where type = 'program.ended' and user_id = '" + id(ana) + "'"))
                .isEqualTo(1);
        jobs.runNow("work_off_deliveries");
        assertThat(ana.get("/notifications").text("/items/0/type")).isEqualTo("program_completed");
    }

    @Test
    void calendarsSubscribeWithASecretThatCanBeTakenBack() throws Exception {
        var ana = withProgram("Europe/Berlin");
        var feed = ana.post("/calendar-feeds", Map.of("name", "phone"));
        assertThat(feed.status()).as(feed.text()).isEqualTo(201);
        assertThat(ana.get("/calendar-feeds").text()).doesNotContain("token");

        var read = given.nobody().get(feed.text("/path"));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Content-Type")).startsWith("text/calendar");
        assertThat(read.text()).doesNotContain("kcal");
        var parsed = parsed(read);
        assertThat(parsed.validate().hasErrors()).isFalse();
        var events = parsed.<VEvent>getComponents(Component.VEVENT);
        assertThat(events).hasSize(36 + 84 * 4);
        assertThat(events).extracting(event -> value(event, Property.UID)).doesNotHaveDuplicates();
        assertThat(value(events.getFirst(), Property.DTSTART))
                .as("06:30 in Berlin")
                .isEqualTo("20261116T053000Z");
        assertThat(given.nobody()
                        .header("If-None-Match", read.header("ETag"))
                        .get(feed.text("/path"))
                        .status())
                .isEqualTo(304);
        assertThat(ana.get("/calendar-feeds").text("/items/0/last_used_on")).isEqualTo("2026-11-16");

        assertThat(ana.delete("/calendar-feeds/" + feed.id()).status()).isEqualTo(204);
        assertThat(given.nobody().get(feed.text("/path")).status()).isEqualTo(404);
        assertThat(given.nobody().get("/calendar.ics?token=guessed").problem()).isEqualTo("not-found");
        assertThat(given.nobody().get("/calendar.ics").status()).isEqualTo(404);
    }

    @Test
    void anEntryKeepsItsNameInTheFeedThroughChanges() throws Exception {
        var ana = withProgram("UTC");
        var path = ana.post("/calendar-feeds", Map.of("name", "training only", "meals", false))
                .text("/path");
        var before = parsed(given.nobody().get(path)).<VEvent>getComponents(Component.VEVENT);
        assertThat(before).hasSize(36);
        assertThat(value(before.getFirst(), Property.SEQUENCE)).isEqualTo("0");

        move(ana, UUID.randomUUID(), LocalDate.parse("2026-11-17"));
        database.run(actor(ana), tx -> {
            var session = calendar.between(tx, id(ana), day(17), day(17)).getFirst();
            calendar.change(
                    tx,
                    id(ana),
                    UUID.randomUUID(),
                    List.of(session.movedTo(day(17), null).with(CalendarEvent.Status.OFF)));
        });

        var now = parsed(given.nobody().get(path)).<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> value(event, Property.UID).equals(value(before.getFirst(), Property.UID)))
                .findFirst()
                .orElseThrow();
        assertThat(value(now, Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(now, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(now, Property.DTSTART)).as("any time of that day").isEqualTo("20261117");
    }

    @Test
    void anHourAfterMidnightBelongsToTheNightOfItsDay() throws Exception {
        var ana = given.person("ana", "Europe/Berlin");
        ana.patch("/me", Map.of("day_start", "04:00"));
        Consulting.usual()
                .with("equipment_and_schedule", "session_time", "01:00")
                .complete(ana, Map.of("start_date", "2026-11-16", "weeks", 1));
        var path = ana.post("/calendar-feeds", Map.of("name", "nights", "meals", false))
                .text("/path");

        var first = parsed(given.nobody().get(path))
                .<VEvent>getComponents(Component.VEVENT)
                .getFirst();

        assertThat(value(first, Property.DTSTART))
                .as("Monday's session, at one in the night to Tuesday")
                .isEqualTo("20261117T000000Z");
    }

    @Test
    void everyExerciseCanBeLookedUp() {
        var all = given.person("ana").get("/exercises").body().path("items");

        assertThat(all).hasSize(77);
        assertThat(Owner.number("select count(*) from exercises where not retired"))
                .isEqualTo(77);
        assertThat(all.get(0).path("primary")).isNotEmpty();
    }

    private Api withProgram(String zone) {
        var ana = given.person("ana", zone).lasting();
        Consulting.usual().complete(ana, Map.of("start_date", "2026-11-16"));
        return ana;
    }

    private void move(Api person, UUID change, LocalDate to) {
        database.run(actor(person), tx -> {
            var session = calendar.between(tx, id(person), day(16), day(16)).getFirst();
            calendar.change(tx, id(person), change, List.of(session.movedTo(to, LocalTime.of(7, 0))));
        });
    }

    private CalendarEvent at(Api person, int ofNovember) {
        return database.as(
                actor(person),
                tx -> calendar.between(tx, id(person), day(ofNovember), day(ofNovember))
                        .getFirst());
    }

    private static JsonNode entry(Api person, int ofNovember, int place) {
        return person.get("/calendar/full?from=%1$s&to=%1$s".formatted(day(ofNovember)))
                .body()
                .path("events")
                .get(place);
    }

    private static LocalDate day(int ofNovember) {
        return LocalDate.of(2026, 11, ofNovember);
    }

    private static net.fortuna.ical4j.model.Calendar parsed(Api.Answer feed) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(feed.text()));
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static Actor actor(Api person) {
        return Actor.person(id(person));
    }

    private static UUID id(Api person) {
        return person.get("/me").id();
    }
}
