package dev.trellis.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.testing.Api;
import dev.trellis.testing.Owner;
import dev.trellis.testing.TestClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Somebody's days with a program: how they were, what was weighed, eaten and trained, and what the calendar says of them. */
final class Life {
    private final Api api;
    private final UUID id;
    private final TestClock clock;
    private final Database database;
    private final Calendar calendar;

    Life(Api api, TestClock clock, Database database, Calendar calendar) {
        this.api = api;
        this.id = api.get("/me").id();
        this.clock = clock;
        this.database = database;
        this.calendar = calendar;
    }

    UUID id() {
        return id;
    }

    Api api() {
        return api;
    }

    Api.Answer get(String path) {
        return api.get(path);
    }

    Api.Answer post(String path, @Nullable Object body) {
        return api.post(path, body);
    }

    Api.Answer put(String path, Object body) {
        return api.put(path, body);
    }

    /** It is noon of this day. */
    void on(LocalDate day) {
        clock.set(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    void settings(boolean auto, boolean fewerCarbs, boolean raise, String morning) {
        var chosen = put(
                "/adaptation-settings",
                Map.of(
                        "auto_adjust",
                        auto,
                        "fewer_carbs_on_cuts",
                        fewerCarbs,
                        "auto_raise_calories",
                        raise,
                        "morning_at",
                        morning));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
    }

    void log(LocalDate day, Map<String, ?> context) {
        var written = put("/context-log/" + day, context);
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    /** Tells how today is, and has the day looked at. */
    Api.Answer analysed(Map<String, ?> context) {
        var answer = post("/adjustments/analyze", Map.of("context", context));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** The review of today. */
    Api.Answer reviewed() {
        var answer = post("/programs/current/reassess", null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** A weight in the morning of each of these days of the program; afterwards it is noon of the last. */
    void weigh(int from, int until, IntToDoubleFunction kg) {
        on(Lives.MONDAY.plusDays(until));
        for (var day = from; day < until; day++) {
            var weighed = post(
                    "/measurements",
                    Map.of(
                            "weight_kg",
                            Math.round(10 * kg.applyAsDouble(day)) / 10.0,
                            "measured_at",
                            Lives.MONDAY.plusDays(day) + "T07:00:00Z",
                            "confirmed",
                            true));
            assertThat(weighed.status()).as(weighed.text()).isEqualTo(201);
        }
    }

    /** So many kcal on each of these days of the program. */
    void eat(int from, int until, int kcal) {
        on(Lives.MONDAY.plusDays(until));
        for (var day = from; day < until; day++) {
            var eaten = post(
                    "/food-entries",
                    Map.of(
                            "timestamp",
                            Lives.MONDAY.plusDays(day) + "T12:00:00Z",
                            "foods",
                            List.of(Map.of(
                                    "name", "All of it", "calories", kcal, "protein", 100, "carbs", 200, "fat", 60))));
            assertThat(eaten.status()).as(eaten.text()).isEqualTo(201);
        }
    }

    /** As matching would have found them: every {@code nth} session done, the others not. */
    void mark(int from, int until, int nth) {
        var number = 0;
        for (var session : sessions(from, until - 1)) {
            mark(session, number++ % nth == 0);
        }
    }

    /** As matching would have found it. */
    void done(CalendarEvent session) {
        mark(session, true);
    }

    private void mark(CalendarEvent session, boolean done) {
        Owner.executeAsSuperuser("""
                insert into adherence_records
                       (user_id, program_id, session_instance_id, date, status, dose, credit, assessed_at)
                values ('%s', '%s', '%s', '%s', '%s', %s, %s, now())
                    on conflict (user_id, session_instance_id) do update
                   set status = excluded.status, dose = excluded.dose, credit = excluded.credit
                """.formatted(
                        id,
                        session.programId(),
                        session.itemId(),
                        session.date(),
                        done ? "completed" : "skipped",
                        done ? "1" : "null",
                        done ? "1" : "0"));
    }

    CalendarEvent session(LocalDate day) {
        return entries(day, day, CalendarEvent.Kind.SESSION).getFirst();
    }

    /** Those of these days of the program, both included. */
    List<CalendarEvent> sessions(int from, int to) {
        return entries(Lives.MONDAY.plusDays(from), Lives.MONDAY.plusDays(to), CalendarEvent.Kind.SESSION);
    }

    int sets(int from, int to) {
        return sessions(from, to).stream()
                .mapToInt(event -> event.session().sets())
                .sum();
    }

    double kcal(LocalDate day) {
        return entries(day, day, CalendarEvent.Kind.MEAL).stream()
                .mapToDouble(event -> event.meal().kcal())
                .sum();
    }

    private List<CalendarEvent> entries(LocalDate from, LocalDate to, CalendarEvent.Kind kind) {
        return database.asJob(tx -> calendar.between(tx, id, from, to)).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    /** kcal a day, as the program was made. */
    int target() {
        return (int) Owner.number(
                "select (nutrition -> 'targets' -> 'calories' ->> 'target')::int from programs where user_id = '" + id
                        + "' order by start_date desc limit 1");
    }

    /** How many events of this type there are of this person. */
    long events(String type) {
        return Owner.count("events", "type = '" + type + "' and user_id", id);
    }

    /** How often the controllers were stored. */
    long states() {
        return Owner.count("controller_states", "user_id", id);
    }
}
