package dev.trellis.students;

import static dev.trellis.students.School.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.events.Deliveries;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The night: from learning events to levels and cases. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RiskRunTest {
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
    void aStudentWhoVanishedIsNoticedWithTheValuesBehindIt() {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        school.vanish(student);

        jobs.runNow("assess_students");

        var risk = trainer.api().get("/students/" + student.id() + "/risk");
        assertThat(risk.status()).as(risk.text()).isEqualTo(200);
        assertThat(risk.text("/items/0/level")).isEqualTo("high");
        assertThat(risk.text("/items/0/rule_set")).isEqualTo("2026-11");
        assertThat(risk.text("/items/0/assessed_on")).isEqualTo("2026-11-15");
        assertThat(risk.body().at("/items/0/reasons").findValuesAsText("code"))
                .containsExactly("INACTIVE_21D", "SUBMISSIONS_LT_60", "MISSED_2_IN_ROW");
        assertThat(risk.body().at("/items/0/reasons/0/value").asDouble()).isEqualTo(32);
        assertThat(risk.body().at("/items/0/indicators/submission_rate").asDouble())
                .isEqualTo(0.25);
        assertThat(risk.body().at("/items/0/indicators/grade").asDouble()).isEqualTo(80);
        assertThat(Owner.count("student_interventions", "student_id", student.id()))
                .isEqualTo(1);
    }

    @Test
    void sendingEventsAgainChangesNothingAndWhatNamesNobodyIsReported() {
        var school = School.open(given);
        var student = school.student("ana");
        var event = school.event(student, "view", LocalDate.of(2026, 11, 2));
        var lost = school.event(student, "submission", LocalDate.of(2026, 11, 2), "item_source_id", "no such");

        var first = school.send(List.of(event, event, lost));
        var again = school.send(List.of(event));

        assertThat(first.body().at("/stored").asInt()).isEqualTo(1);
        assertThat(first.body().at("/repeated").asInt()).isEqualTo(1);
        assertThat(first.text("/refused/0/reason")).isEqualTo("The course has no such item.");
        assertThat(first.body().at("/refused/0/index").asInt()).isEqualTo(2);
        assertThat(again.body().at("/repeated").asInt()).isEqualTo(1);
        assertThat(Owner.count("learning_events", "user_id", student.id())).isEqualTo(1);
    }

    @Test
    void inTheFirstFourteenDaysNobodyHasALevel() {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        school.vanish(student);
        clock.set(Instant.parse("2026-10-19T12:00:00Z"));
        jobs.runNow("assess_students");
        assertThat(Owner.count("risk_assessments", "user_id", student.id())).isZero();

        clock.set(Instant.parse("2026-10-20T12:00:00Z"));
        assertThat(trainer.api()
                        .get("/students/" + student.id() + "/risk/2026-10-18?course_id=" + school.course)
                        .status())
                .isEqualTo(404);
        assertThat(trainer.api()
                        .get("/students/" + student.id() + "/risk/2026-10-19?course_id=" + school.course)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void breaksAndExcusedAbsenceCountForNothing() {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        var other = school.student("ben", trainer);
        school.vanish(student, other);
        ok(school.registrar.post(
                "/enrollments/" + student.enrollment() + "/absences",
                Map.of("from_day", "2026-10-15", "until_day", "2026-11-08")));
        ok(school.registrar.post(
                "/courses/" + school.course + "/breaks", Map.of("from_day", "2026-11-07", "until_day", "2026-11-12")));

        var day = "/risk/2026-11-16?course_id=" + school.course;
        var excused = trainer.api().get("/students/" + student.id() + day).body();
        assertThat(excused.at("/indicators/days_inactive").asInt()).isEqualTo(4);
        assertThat(excused.at("/indicators/submission_rate").isNull()).isTrue();
        assertThat(excused.has("found_level")).isFalse();
        var present = trainer.api().get("/students/" + other.id() + day).body();
        assertThat(present.at("/indicators/days_inactive").asInt()).isEqualTo(27);
        assertThat(present.at("/indicators/missed_in_row").asInt()).isEqualTo(3);
    }

    @Test
    void anyPastDayCanBeReproducedWhateverCameInSince() {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        school.vanish(student);
        jobs.runNow("assess_students");
        clock.advance(Duration.ofDays(3));
        school.send(List.of(school.event(student, "view", LocalDate.of(2026, 11, 14))));

        var path = "/students/" + student.id() + "/risk/2026-11-15?course_id=" + school.course;
        var then = trainer.api().get(path);
        var later = trainer.api().get(path.replace("11-15", "11-19"));

        assertThat(then.body().at("/indicators/days_inactive").asInt()).isEqualTo(32);
        assertThat(then.body().at("/same_as_stored").asBoolean()).isTrue();
        assertThat(then.text("/rule_set")).isEqualTo("2026-11");
        assertThat(later.body().at("/indicators/days_inactive").asInt()).isEqualTo(5);
        assertThat(later.body().has("stored")).isFalse();
    }

    @Test
    void aLevelRisesAtOnceAndFallsAfterTwoEvaluations() {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        school.vanish(student);
        jobs.runNow("assess_students");

        for (var week = 1; week <= 2; week++) {
            var day = LocalDate.of(2026, 11, 15).plusWeeks(week);
            school.send(List.of(
                    school.event(student, "view", day),
                    school.event(student, "submission", day, "item_source_id", "i3")));
            clock.advance(Duration.ofDays(7));
            jobs.runNow("assess_students");
            var risk = trainer.api().get("/students/" + student.id() + "/risk");
            assertThat(risk.text("/items/0/level")).isEqualTo(week == 1 ? "high" : "moderate");
            assertThat(risk.text("/items/0/found_level")).isEqualTo("moderate");
        }
        assertThat(trainer.api().get("/worklist").text("/going_well/0/student_name"))
                .isEqualTo("ana");
        deliveries.workOff(() -> true);
        assertThat(student.api().get("/notifications").body().findValuesAsText("type"))
                .contains("student_improved");
        assertThat(Owner.number("select count(*) from events where type = 'student.improved' and user_id = '"
                        + student.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aLeadHasTheirCourseEvaluatedAndNobodyElseMay() {
        var school = School.open(given);
        var lead = school.staff("lea", "lead");
        var trainer = school.staff("tom", "trainer");
        school.vanish(school.student("ana", trainer));

        assertThat(trainer.api()
                        .post("/risk-runs", Map.of("course_id", school.course))
                        .status())
                .isEqualTo(404);
        var run = lead.api().post("/risk-runs", Map.of("course_id", school.course));
        assertThat(run.status()).as(run.text()).isEqualTo(202);
        jobs.runNow("assess_requested_courses");

        var done = lead.api().get("/risk-runs/" + run.id());
        assertThat(done.text("/status")).isEqualTo("finished");
        assertThat(done.body().at("/with_level").asInt()).isEqualTo(1);
        assertThat(done.body().at("/opened").asInt()).isEqualTo(1);
        assertThat(trainer.api().get("/risk-runs/" + run.id()).status()).isEqualTo(404);
    }

    @Test
    void statementsOfTheExperienceApiBecomeLearningEvents() {
        var school = School.open(given);
        var student = school.student("ana");
        var name = "actor-" + student.id();
        Owner.executeAsSuperuser("insert into roster_people (user_id, source, source_id) values ('" + student.id()
                + "', 'xapi', '" + name + "')");
        Owner.executeAsSuperuser("update courses set source_id = 'https://lms.example/" + school.course
                + "' where id = '" + school.course + "'");
        var statement = Map.of(
                "id", "s-" + student.id(),
                "actor", Map.of("account", Map.of("homePage", "https://lms.example", "name", name)),
                "verb", Map.of("id", "http://adlnet.gov/expapi/verbs/experienced", "display", Map.of("en", "read")),
                "object", Map.of("id", "https://lms.example/page/1"),
                "timestamp", "2026-11-02T23:30:00+01:00",
                "context",
                        Map.of(
                                "contextActivities",
                                Map.of("parent", List.of(Map.of("id", "https://lms.example/" + school.course)))));

        var taken = school.registrar.post("/xapi/statements", List.of(statement));

        assertThat(taken.body().at("/stored").asInt()).as(taken.text()).isEqualTo(1);
        assertThat(student.api().get("/me/studies/events").text("/items/0/kind"))
                .isEqualTo("view");
        assertThat(student.api().get("/me/studies/events").text("/items/0/day")).isEqualTo("2026-11-02");
        assertThat(school.registrar.post("/xapi/statements", Map.of("id", "x")).text("/errors/0/pointer"))
                .isEqualTo("/actor");
    }
}
