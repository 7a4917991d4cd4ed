package dev.trellis.students;

import static dev.trellis.students.School.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Role;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a student sees, says and decides; and what trainers of others do not see. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OwnStudiesTest {
    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aStudentSeesLevelReasonsDataAndWhoLooked() {
        var school = School.open(given);
        var tom = school.staff("tom", "trainer");
        var ana = school.student("ana", tom);
        school.vanish(ana);
        jobs.runNow("assess_students");

        var own = ana.api().get("/me/studies");
        assertThat(own.text("/courses/0/level")).isEqualTo("high");
        assertThat(own.text("/courses/0/reasons/0/text")).isEqualTo("no activity for 32 days");
        assertThat(own.text("/trainers/0/name")).isEqualTo("tom");
        assertThat(own.text("/cases/0/status")).isEqualTo("pending");
        assertThat(own.body().at("/cases/0").has("notes")).isFalse();
        assertThat(ana.api().get("/students/" + ana.id() + "/risk").body().at("/items"))
                .isEqualTo(own.body().at("/courses"));
        assertThat(ana.api().get("/me/studies/events").body().at("/items")).hasSize(4);
        assertThat(ana.api().get("/me/studies/looks").body().at("/items")).isEmpty();
    }

    @Test
    void everyLookOfStaffIsInTheAuditLogTheStudentSees() {
        var school = School.open(given);
        var tom = school.staff("tom", "trainer");
        var ana = school.student("ana", tom);
        school.vanish(ana);
        jobs.runNow("assess_students");
        var caseId = ana.api().get("/me/studies").text("/cases/0/id");

        ok(tom.api().get("/students/at-risk"));
        ok(tom.api().get("/students/" + ana.id() + "/risk"));
        ok(tom.api().get("/students/" + ana.id() + "/risk/2026-11-15?course_id=" + school.course));
        ok(tom.api().get("/worklist"));
        ok(tom.api().get("/student-interventions"));
        ok(tom.api().get("/student-interventions/" + caseId));
        ok(tom.api().post("/student-interventions/" + caseId + "/start", null));
        ok(school.registrar.get("/enrollments?course_id=" + school.course));

        var looks = ana.api().get("/me/studies/looks");
        assertThat(looks.body().at("/items").findValuesAsText("action"))
                .containsExactly(
                        "student.enrollment_listed",
                        "student.case_started",
                        "student.case_read",
                        "student.case_listed",
                        "student.worklist_read",
                        "student.risk_reproduced",
                        "student.risk_read",
                        "student.risk_listed");
        assertThat(looks.text("/items/1/name")).isEqualTo("tom");
        assertThat(ana.api().get("/me/audit-log").body().at("/items")).hasSize(8);
    }

    @Test
    void whoOptsOutHasNoLevelAndOnlyConcernsRemain() {
        var school = School.open(given);
        var tom = school.staff("tom", "trainer");
        var ana = school.student("ana", tom);
        school.vanish(ana);
        jobs.runNow("assess_students");

        ok(ana.api().put("/me/studies/scoring", Map.of("automated_scoring", false)));
        clock.advance(Duration.ofDays(7));
        jobs.runNow("assess_students");
        ok(tom.api()
                .post(
                        "/students/" + ana.id() + "/concerns",
                        Map.of("course_id", school.course, "reason", "Very quiet")));

        var risk = tom.api().get("/students/" + ana.id() + "/risk");
        assertThat(risk.body().at("/items/0/automated_scoring").asBoolean()).isFalse();
        assertThat(risk.body().at("/items/0").has("level")).isFalse();
        assertThat(risk.body().at("/items/0/history")).isEmpty();
        assertThat(risk.text("/items/0/concerns/0/reason")).isEqualTo("Very quiet");
        assertThat(tom.api().get("/students/at-risk").body().at("/items")).isEmpty();
        assertThat(ana.api().get("/me/studies").text("/courses/0/concerns/0/reason"))
                .isEqualTo("Very quiet");
        ok(ana.api().put("/me/studies/scoring", Map.of("automated_scoring", true)));
        jobs.runNow("assess_students");
        assertThat(ana.api().get("/me/studies").body().at("/courses/0").has("level"))
                .isTrue();
    }

    @Test
    void aStudentsWordReachesTheirTrainers() {
        var school = School.open(given);
        var tom = school.staff("tom", "trainer");
        var ana = school.student("ana", tom);

        var said = ana.api().post("/me/studies/comments", Map.of("course_id", school.course, "text", "I moved house"));

        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(tom.api().get("/students/" + ana.id() + "/risk").text("/items/0/comments/0/text"))
                .isEqualTo("I moved house");
        assertThat(given.person("ben")
                        .post("/me/studies/comments", Map.of("course_id", school.course, "text", "Hello"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTrainerOfOthersAndAnotherStudentSeeAndDoNothing() {
        var school = School.open(given);
        var tom = school.staff("tom", "trainer");
        var ana = school.student("ana", tom);
        school.vanish(ana);
        jobs.runNow("assess_students");
        var caseId = ana.api().get("/me/studies").text("/cases/0/id");
        var colleague = school.staff("tea", "trainer");
        var elsewhere = School.open(given).staff("lea", "lead");
        var classmate = school.student("ben");
        var stranger = given.person("sam", Role.TRAINER).lasting("teach");

        for (var api : List.of(colleague.api(), elsewhere.api(), classmate.api(), stranger)) {
            seesAndDoesNothing(api, school, ana, caseId);
        }
        assertThat(ana.api().get("/me/studies/looks").body().at("/items")).isEmpty();
        assertThat(ana.api().get("/me/studies").text("/cases/0/status")).isEqualTo("pending");
    }

    private static void seesAndDoesNothing(Api api, School school, School.Member ana, String caseId) {
        var path = "/student-interventions/" + caseId;
        assertThat(List.of(
                        api.get("/students/" + ana.id() + "/risk"),
                        api.get("/students/" + ana.id() + "/risk/2026-11-15?course_id=" + school.course),
                        api.post(
                                "/students/" + ana.id() + "/concerns",
                                Map.of("course_id", school.course, "reason", "x")),
                        api.post("/student-interventions", Map.of("student_id", ana.id(), "course_id", school.course)),
                        api.get(path),
                        api.patch(path, Map.of("notes", "x")),
                        api.delete(path),
                        api.post(path + "/assign", Map.of("trainer_id", ana.id())),
                        api.post(path + "/start", null),
                        api.post(path + "/contacts", Map.of("intervention_type", "phone_call", "reached", true)),
                        api.post(path + "/resolve", null),
                        api.post(path + "/dismiss", Map.of("reason", "false_positive"))))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(404));
        assertThat(api.get("/student-interventions").body().at("/items")).isEmpty();
        assertThat(api.get("/students/at-risk").body().at("/items")).isEmpty();
        assertThat(api.get("/worklist").body().at("/due/items")).isEmpty();
        assertThat(api.get("/worklist/trainers").body().at("/items").findValuesAsText("open_cases"))
                .doesNotContain("1");
        assertThat(api.post("/worklist/bulk", Map.of("action", "start", "case_ids", List.of(caseId)))
                        .body()
                        .at("/items")
                        .findValuesAsText("done"))
                .doesNotContain("true");
    }
}
