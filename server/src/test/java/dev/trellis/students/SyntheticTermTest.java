package dev.trellis.students;

import static dev.trellis.students.School.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.platform.Role;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A term of 2,000 students over 12 weeks, made by seeded code, through the API and the night with a moving clock. Some
 * students fall behind; some find back by themselves. A phone call that reaches them helps: that is planted. A peer
 * group does nothing. The report has to tell the one from the other, and neither from the recovery all share.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SyntheticTermTest {
    private static final int STUDENTS = 2000;
    private static final int COURSES = 8;
    private static final int WEEKS = 12;
    private static final int BATCH = 4000;
    private static final LocalDate START = LocalDate.of(2026, 9, 7);
    private static final long SEED = 20260907;

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    private final Random random = new Random(SEED);
    private final boolean[] struggles = new boolean[STUDENTS];
    private final Map<String, UUID> courses = new HashMap<>();
    private String source = "";
    private Api registrar = Api.at(URI.create("http://localhost"));
    private Api lead = registrar;
    private int events;

    /** What is done with a student's case, decided before the term so that nothing about them decides it. */
    private enum Plan {
        PHONE_CALL,
        PEER_GROUP,
        NOTHING
    }

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void theReportFindsThePlantedEffectAndNoneWhereThereIsNone() {
        source = "term-" + UUID.randomUUID();
        clock.set(START.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        registrar = given.operator("registrar").lasting("operate");
        lead = given.person("lea", Role.TRAINER).lasting("teach");
        enrollEverybody();
        var plans = IntStream.range(0, STUDENTS)
                .mapToObj(student -> Plan.values()[random.nextInt(Plan.values().length)])
                .toList();
        for (var week = 0; week < WEEKS; week++) {
            live(week);
            clock.set(START.plusWeeks(week + 1L).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
            jobs.runNow("assess_students");
            work(plans);
        }
        jobs.runNow("follow_up_cases");

        var report = ok(lead.get("/student-interventions/effectiveness"));

        var call = type(report, "phone_call");
        assertThat(call.at("/verdict").asText()).as(report.text()).isEqualTo("helped");
        assertThat(call.at("/effect").asDouble()).isLessThan(-1);
        assertThat(call.at("/high").asDouble()).isNegative();
        assertThat(call.at("/treated").asInt()).isGreaterThan(50);
        assertThat(call.at("/outcomes").size()).isPositive();
        var group = type(report, "peer_group");
        assertThat(group.at("/verdict").asText()).as(report.text()).isEqualTo("no_clear_effect");
        assertThat(group.at("/low").asDouble()).isNegative();
        assertThat(group.at("/high").asDouble()).isPositive();
    }

    private void enrollEverybody() {
        var me = lead.get("/me").text("/id");
        for (var course = 0; course < COURSES; course++) {
            var id = ok(registrar.post(
                            "/courses",
                            Map.of(
                                    "title",
                                    "Course " + course,
                                    "source_id",
                                    source + "-c" + course,
                                    "start_date",
                                    START.toString(),
                                    "end_date",
                                    START.plusWeeks(WEEKS).toString(),
                                    "time_zone",
                                    "UTC")))
                    .id();
            courses.put(source + "-c" + course, id);
            ok(registrar.put("/courses/" + id + "/staff/" + me, Map.of("role", "lead", "capacity", 1000)));
            ok(registrar.put(
                    "/courses/" + id + "/items",
                    Map.of(
                            "items",
                            IntStream.range(0, WEEKS)
                                    .mapToObj(week -> Map.of(
                                            "source_id",
                                            "w" + week,
                                            "due_on",
                                            START.plusWeeks(week).plusDays(4).toString()))
                                    .toList())));
        }
        var users = new StringBuilder("sourcedId,status,role,givenName,familyName,email\n");
        var enrollments = new StringBuilder("sourcedId,status,classSourcedId,userSourcedId,role\n");
        for (var student = 0; student < STUDENTS; student++) {
            users.append("%1$s-%2$d,,student,Student,%2$d,%1$s-%2$d@example.org%n".formatted(source, student));
            enrollments.append(
                    "%1$s-e%2$d,,%1$s-c%3$d,%1$s-%2$d,student%n".formatted(source, student, student % COURSES));
        }
        var path = "/roster-imports/"
                + ok(registrar.post(
                                "/roster-imports",
                                Map.of("source", source, "mode", "all_or_nothing", "time_zone", "UTC")))
                        .id();
        for (var file :
                Map.of("users.csv", users, "enrollments.csv", enrollments).entrySet()) {
            ok(registrar.send(
                    "PUT",
                    path + "/files/" + file.getKey() + "/parts/0",
                    Map.of("Content-Type", "text/csv"),
                    file.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        }
        ok(registrar.post(path + "/start", null));
        jobs.runNow("import_rosters");
        assertThat(registrar.get(path).body().at("/files").findValuesAsText("accepted"))
                .containsExactly("2000", "2000");
    }

    /** Whoever struggles comes, hands in and looks less often. Each week some begin to, and some stop by themselves. */
    private void live(int week) {
        var batch = new ArrayList<Map<String, Object>>();
        for (var student = 0; student < STUDENTS; student++) {
            var falls = week >= 1 && week <= 4 && random.nextDouble() < 0.08;
            var finds = random.nextDouble() < 0.05;
            struggles[student] = struggles[student] ? !finds : falls;
            var isThere = random.nextDouble() < (struggles[student] ? 0.55 : 0.97);
            var handsIn = random.nextDouble() < (struggles[student] ? 0.35 : 0.96);
            var looks = random.nextInt(struggles[student] ? 2 : 4) + (struggles[student] ? 0 : 1);
            batch.add(event(student, "attendance", START.plusWeeks(week), "value", isThere ? 1 : 0));
            if (handsIn) {
                batch.add(
                        event(student, "submission", START.plusWeeks(week).plusDays(3), "item_source_id", "w" + week));
            }
            for (var look = 0; look < looks; look++) {
                batch.add(event(student, "view", START.plusWeeks(week).plusDays(random.nextInt(7))));
            }
            if (batch.size() >= BATCH) {
                send(batch);
                batch.clear();
            }
        }
        // Who struggles depends on what the server did for whom, so the last batch may happen to have been full.
        if (!batch.isEmpty()) {
            send(batch);
        }
    }

    private void send(List<Map<String, Object>> batch) {
        var taken = ok(registrar.post("/learning-events", Map.of("source", source, "events", batch)));
        assertThat(taken.body().at("/stored").asInt()).as(taken.text()).isEqualTo(batch.size());
    }

    private Map<String, Object> event(int student, String kind, LocalDate day, Object... more) {
        var event = new HashMap<String, Object>();
        event.put("source_id", "e" + ++events);
        event.put("kind", kind);
        event.put("occurred_at", day + "T09:00:00Z");
        event.put("student_source_id", source + "-" + student);
        event.put("course_id", Objects.requireNonNull(courses.get(source + "-c" + student % COURSES)));
        for (var i = 0; i < more.length; i += 2) {
            event.put((String) more[i], more[i + 1]);
        }
        return event;
    }

    /** Makes contact in every new case whose plan says so. */
    private void work(List<Plan> plans) {
        var path = "/student-interventions?status=pending&limit=100";
        for (var page = lead.get(path); ; page = lead.get(path + "&cursor=" + page.text("/next_cursor"))) {
            for (var open : page.body().at("/items")) {
                var student = Integer.parseInt(open.at("/student_name").asText().substring("Student ".length()));
                var plan = plans.get(student);
                if (plan != Plan.NOTHING) {
                    contact(open, plan);
                    if (plan == Plan.PHONE_CALL && random.nextDouble() < 0.9) {
                        struggles[student] = false;
                    }
                }
            }
            if (page.text("/next_cursor").isEmpty()) {
                return;
            }
        }
    }

    private void contact(JsonNode open, Plan plan) {
        var path = "/student-interventions/" + open.at("/id").asText();
        ok(lead.post(path + "/start", null));
        ok(lead.post(
                path + "/contacts",
                Map.of("intervention_type", plan == Plan.PHONE_CALL ? "phone_call" : "peer_group", "reached", true)));
    }

    private static JsonNode type(Api.Answer report, String type) {
        for (var item : report.body().at("/items")) {
            if (item.at("/intervention_type").asText().equals(type)) {
                return item;
            }
        }
        throw new AssertionError(report.text());
    }
}
