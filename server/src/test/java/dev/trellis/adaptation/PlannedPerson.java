package dev.trellis.adaptation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.testing.Api;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Somebody with a program of three weeks: full-body sessions on Mondays, Wednesdays and Saturdays at half past six. */
final class PlannedPerson {
    static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final Api api;
    private final UUID id;
    private final Database database;
    private final Calendar calendar;

    private PlannedPerson(Api api, UUID id, Database database, Calendar calendar) {
        this.api = api;
        this.id = id;
        this.database = database;
        this.calendar = calendar;
    }

    /** The program begins on Tuesday, the day after every test does. */
    static PlannedPerson of(Given given, String zone, Consulting told, Database database, Calendar calendar) {
        var loggedIn = given.person("ana", zone);
        var api = loggedIn.lasting();
        // One menu for all: what may be left out or exchanged depends on it.
        told.complete(api, Map.of("weeks", 3, "start_date", "2026-11-17", "seed", 7));
        return new PlannedPerson(api, UUID.fromString(loggedIn.get("/me").text("/id")), database, calendar);
    }

    Api api() {
        return api;
    }

    UUID id() {
        return id;
    }

    /** Changes the plan by hand. */
    Api.Answer change(Map<String, ?> wanted) {
        return api.post("/plan_changes", wanted);
    }

    /** Takes such a change back. */
    Api.Answer undo(Api.Answer made) {
        return api.post("/plan_changes/" + made.id() + "/undo", null);
    }

    List<CalendarEvent> on(LocalDate day) {
        return database.as(Actor.person(id), tx -> calendar.between(tx, id, day, day));
    }

    CalendarEvent session(LocalDate day) {
        return on(day).stream()
                .filter(entry -> entry.kind() == CalendarEvent.Kind.SESSION)
                .findFirst()
                .orElseThrow();
    }

    CalendarEvent meal(LocalDate day, String kind) {
        return on(day).stream()
                .filter(entry -> entry.kind() == CalendarEvent.Kind.MEAL
                        && entry.meal().meal().name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow();
    }

    CalendarEvent entry(UUID item) {
        return database.as(
                Actor.person(id), tx -> calendar.ofItems(tx, id, List.of(item)).getFirst());
    }

    /** Did strength training, as many sets of the planned exercises as this share of them. */
    Answer trains(CalendarEvent planned, String startedAt, int minutes, double share) {
        var exercises = planned.session().exercises().stream()
                .map(exercise -> Map.of(
                        "exercise_id",
                        exercise.exerciseId(),
                        "sets",
                        Stream.generate(() -> Map.of("reps", 8))
                                .limit(Math.max(1, Math.round(share * exercise.sets())))
                                .toList()))
                .toList();
        return api.post(
                "/activities",
                Map.of(
                        "type",
                        "strength",
                        "started_at",
                        startedAt,
                        "duration_s",
                        60 * minutes,
                        "exercises",
                        exercises));
    }

    Answer trains(String startedAt, int minutes) {
        return api.post("/activities", Map.of("type", "strength", "started_at", startedAt, "duration_s", 60 * minutes));
    }

    /** Ate exactly what was planned. */
    Answer eats(CalendarEvent planned, String timestamp) {
        var foods = planned.meal().items().stream()
                .map(item -> Map.of("food_id", item.foodId(), "grams", item.grams()))
                .toList();
        var kind = planned.meal().meal().name().toLowerCase(Locale.ROOT);
        return api.post("/food-entries", Map.of("timestamp", timestamp, "meal_type", kind, "foods", foods));
    }

    /** What is known of an item; missing when nothing is. */
    JsonNode adherence(CalendarEvent planned) {
        var period = api.get("/adherence?from=2026-11-10&to=2026-12-20");
        return StreamSupport.stream(period.body().path("items").spliterator(), false)
                .filter(item ->
                        item.path("item_id").asText().equals(planned.itemId().toString()))
                .findFirst()
                .orElse(period.body().path("nothing"));
    }

    String status(CalendarEvent planned) {
        return adherence(planned).path("status").asText("nothing");
    }

    long events(String type) {
        return Owner.count("events", "type = '" + type + "' and user_id", id);
    }
}
