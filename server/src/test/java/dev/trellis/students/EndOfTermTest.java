package dev.trellis.students;

import static dev.trellis.students.School.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What remains when a term is over, and what an interrupted import leaves. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EndOfTermTest {
    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    @Inject
    RosterImporter importer;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void theReportOnLevelsComparesGroupsAndSaysWhatHasToBeDone() {
        var school = School.open(given);
        var lead = school.staff("lea", "lead");
        var students = IntStream.range(0, 44)
                .mapToObj(i -> school.student("student" + i))
                .toList();
        school.vanish(students.toArray(School.Member[]::new));
        jobs.runNow("assess_students");
        for (var i = 0; i < students.size(); i++) {
            ok(school.registrar.patch(
                    "/enrollments/" + students.get(i).enrollment(),
                    Map.of("status", i % 2 == 0 ? "failed" : "completed", "ended_on", "2026-11-16")));
        }
        var groups = Map.of(
                "a", students.subList(0, 22).stream().map(School.Member::id).toList(),
                "b", students.subList(22, 44).stream().map(School.Member::id).toList());

        var report = ok(lead.api().post("/level-reports", Map.of("course_id", school.course, "groups", groups)));

        assertThat(report.body().at("/students").asInt()).isEqualTo(44);
        assertThat(report.body().at("/precision").asDouble()).isEqualTo(0.5);
        assertThat(report.body().at("/groups").findValuesAsText("group")).containsExactly("a", "b");
        assertThat(report.body().at("/calibration_gap").asDouble()).isZero();
        assertThat(report.body().at("/stop_and_review").asBoolean()).isFalse();
        assertThat(report.body().at("/raise_thresholds").asBoolean()).isFalse();
        var trainer = school.staff("tom", "trainer");
        assertThat(ok(trainer.api().post("/level-reports", Map.of()))
                        .body()
                        .at("/students")
                        .asInt())
                .isZero();
        assertThat(trainer.api()
                        .get("/student-interventions/effectiveness")
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void twelveMonthsAfterACourseWhatWasSaidInItIsForgotten() {
        var school = School.open(given);
        var student = school.student("ana", school.staff("tom", "trainer"));
        school.vanish(student);
        jobs.runNow("assess_students");

        clock.advance(Duration.ofDays(365));
        jobs.runNow("forget_finished_courses");
        assertThat(Owner.count("learning_events", "user_id", student.id())).isEqualTo(4);

        clock.advance(Duration.ofDays(80));
        jobs.runNow("forget_finished_courses");
        assertThat(Owner.count("learning_events", "user_id", student.id())).isZero();
        assertThat(Owner.count("risk_assessments", "user_id", student.id())).isZero();
        assertThat(Owner.count("student_interventions", "student_id", student.id()))
                .isZero();
        assertThat(Owner.count("case_changes", "user_id", student.id())).isZero();
    }

    @Test
    void anInterruptedImportGoesOnWhereItStoppedAndStillSeesRepeatedIds() {
        var registrar = given.operator("registrar");
        var source = "sis-" + UUID.randomUUID();
        var users = new StringBuilder("sourcedId,status,role,givenName,familyName,email\n");
        for (var i = 0; i < 3000; i++) {
            users.append("%1$s-%2$d,,student,Given,Family,%1$s-%2$d@example.org%n".formatted(source, i));
        }
        users.append("%1$s-0,,student,Given,Again,%1$s-again@example.org%n".formatted(source));
        var path = "/roster-imports/"
                + ok(registrar.post(
                                "/roster-imports", Map.of("source", source, "mode", "resumable", "time_zone", "UTC")))
                        .id();
        ok(registrar.send(
                "PUT",
                path + "/files/users.csv/parts/0",
                Map.of("Content-Type", "text/csv"),
                users.toString().getBytes(StandardCharsets.UTF_8)));
        ok(registrar.post(path + "/start", null));

        var asked = new AtomicInteger();
        importer.workOff(() -> asked.incrementAndGet() <= 2);
        var stopped = registrar.get(path);
        jobs.runNow("import_rosters");
        var done = registrar.get(path);

        assertThat(stopped.text("/status")).isEqualTo("running");
        assertThat(stopped.body().at("/files/0/read").asInt()).isEqualTo(1000);
        assertThat(done.text("/status")).isEqualTo("finished");
        assertThat(done.body().at("/files/0/read").asInt()).isEqualTo(3001);
        assertThat(done.body().at("/files/0/accepted").asInt()).isEqualTo(3000);
        assertThat(registrar.get(path + "/errors").text())
                .contains("users.csv,3002,")
                .contains("It stands in line 2 too.");
        assertThat(Owner.number("select count(*) from roster_people where source = '" + source + "'"))
                .isEqualTo(3000);
    }
}
