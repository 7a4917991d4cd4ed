package dev.trellis.students;

import static dev.trellis.students.School.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.events.Deliveries;
import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.Race;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A case from its opening to its outcome. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CasesTest {
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
    void goesFromThePendingToTheResolvedOneAndItsHistoryIsKept() {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        school.vanish(student);
        jobs.runNow("assess_students");

        var due = trainer.api().get("/worklist").body().at("/due/items/0");
        assertThat(due.at("/student_name").asText()).isEqualTo("ana");
        assertThat(due.at("/level").asText()).isEqualTo("high");
        assertThat(due.at("/due_on").asText()).isEqualTo("2026-11-18");
        assertThat(due.at("/next_step").asText()).isEqualTo("trainer_message");
        assertThat(due.at("/first_words").asText())
                .contains("no activity for 32 days")
                .contains("Is anything in the way?");
        var path = "/student-interventions/" + due.at("/case_id").asText();
        ok(trainer.api().post(path + "/start", null));
        ok(trainer.api().patch(path, Map.of("trainer_notes", "Call after lunch")));
        ok(trainer.api().post(path + "/contacts", Map.of("intervention_type", "trainer_message", "reached", false)));
        assertThat(trainer.api()
                        .get("/worklist")
                        .body()
                        .at("/due/items/0/tried/0")
                        .asText())
                .isEqualTo("trainer_message (not reached)");
        assertThat(trainer.api()
                        .get("/worklist")
                        .body()
                        .at("/due/items/0/next_step")
                        .asText())
                .isEqualTo("phone_call");
        ok(trainer.api().post(path + "/resolve", Map.of("resolution_notes", "Catches up by Friday")));

        var file = trainer.api().get(path);
        assertThat(file.text("/status")).isEqualTo("resolved");
        assertThat(file.text("/trainer_notes")).isEqualTo("Call after lunch");
        assertThat(file.text("/notes")).startsWith("2026-11-15: high; no activity for 32 days");
        assertThat(file.body().at("/history").findValuesAsText("status"))
                .containsExactly("pending", "in_progress", "resolved");
        assertThat(file.body().at("/history").findValuesAsText("trainer_notes")).containsExactly("Call after lunch");
        assertThat(trainer.api().post(path + "/start", null).problem()).isEqualTo("wrong-state");
        deliveries.workOff(() -> true);
        assertThat(trainer.api().get("/notifications").body().findValuesAsText("type"))
                .containsExactly("student_case_assigned");
        assertThat(student.api().get("/notifications").body().findValuesAsText("type"))
                .containsExactly("student_case_closed", "student_case_assigned");
        assertThat(student.api().get("/me/events").body().findValuesAsText("type"))
                .containsExactly("student.case_closed", "student.case_assigned", "student.case_opened");
    }

    @Test
    void aStudentHasOneOpenCaseACourseHoweverManyOpenOne() throws Exception {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        school.vanish(student);
        var wanted = Map.of("student_id", student.id(), "course_id", school.course, "notes", "Worried");

        var answers = Race.inParallel(20, () -> trainer.api().post("/student-interventions", wanted));
        jobs.runNow("assess_students");

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.problem().equals("already-exists"))
                .hasSize(19);
        assertThat(Owner.count("student_interventions", "student_id", student.id()))
                .isEqualTo(1);
        var file = trainer.api().get("/student-interventions?student_id=" + student.id());
        assertThat(file.text("/items/0/risk_level")).isEqualTo("high");
        assertThat(file.text("/items/0/notes")).startsWith("Worried\n2026-11-15: high");
    }

    @Test
    void isDismissedOnlyWithAReasonAndStaysClosedUntilItGetsWorse() {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        school.vanish(student);
        jobs.runNow("assess_students");
        var path = "/student-interventions/"
                + trainer.api()
                        .get("/worklist")
                        .body()
                        .at("/due/items/0/case_id")
                        .asText();

        assertThat(trainer.api().post(path + "/dismiss", Map.of()).status()).isEqualTo(422);
        var dismissed = ok(trainer.api().post(path + "/dismiss", Map.of("reason", "already_handled")));
        clock.advance(Duration.ofDays(7));
        jobs.runNow("assess_students");

        assertThat(dismissed.text("/dismissal_reason")).isEqualTo("already_handled");
        assertThat(Owner.count("student_interventions", "student_id", student.id()))
                .isEqualTo(1);
        clock.advance(Duration.ofDays(28));
        jobs.runNow("assess_students");
        assertThat(Owner.count("student_interventions", "student_id", student.id()))
                .isEqualTo(2);
    }

    @Test
    void goToWhoKnowsTheStudentThenToWhoHasRoom() {
        var school = School.open(given);
        var tom = school.staff("tom", "trainer");
        var tea = school.staff("tea", "trainer");
        var known = school.student("known", tea);
        var one = school.student("one");
        var two = school.student("two");
        var three = school.student("three");
        school.vanish(known, one, two, three);

        jobs.runNow("assess_students");

        var teas = tea.api().get("/worklist").body().at("/due/items").findValuesAsText("student_id");
        var toms = tom.api().get("/worklist").body().at("/due/items").findValuesAsText("student_id");
        assertThat(teas).contains(known.id().toString());
        assertThat(List.of(teas.size(), toms.size())).containsExactly(2, 2);
        assertThat(teas).doesNotContainAnyElementsOf(toms);
    }

    @Test
    void whatNobodyHasRoomForWaitsForTheLeadWhoGivesItAway() {
        var school = School.open(given);
        var lead = school.staff("lea", "lead");
        var tom = school.staff("tom", "trainer");
        ok(school.registrar.put(
                "/courses/" + school.course + "/staff/" + lead.id(), Map.of("role", "lead", "capacity", 0)));
        ok(school.registrar.put(
                "/courses/" + school.course + "/staff/" + tom.id(), Map.of("role", "trainer", "capacity", 0)));
        var student = school.student("ana");
        school.vanish(student);
        jobs.runNow("assess_students");

        var waiting = lead.api().get("/worklist").body().at("/due/items/0");
        assertThat(waiting.at("/because").asText()).isEqualTo("unassigned");
        assertThat(tom.api().get("/students/" + student.id() + "/risk").status())
                .isEqualTo(404);
        var path = "/student-interventions/" + waiting.at("/case_id").asText();
        ok(lead.api().post(path + "/assign", Map.of("trainer_id", tom.id())));
        assertThat(tom.api().get("/students/" + student.id() + "/risk").status())
                .isEqualTo(200);
        assertThat(tom.api()
                        .post(path + "/assign", Map.of("trainer_id", lead.id()))
                        .status())
                .isEqualTo(403);
        assertThat(lead.api()
                        .post(path + "/assign", Map.of("trainer_id", UUID.randomUUID()))
                        .problem())
                .isEqualTo("invalid-input");

        var load = lead.api().get("/worklist/trainers");
        assertThat(load.body().at("/items/0/name").asText()).isEqualTo("tom");
        assertThat(load.body().at("/items/0/open_cases").asInt()).isEqualTo(1);
        ok(lead.api().post(path + "/assign", Map.of("trainer_id", lead.id())));
        assertThat(tom.api().get("/students/" + student.id() + "/risk").status())
                .isEqualTo(404);
    }

    @Test
    void theLeadHearsOfACaseThatNobodyBeganWithInTimeOnce() {
        var school = School.open(given);
        var lead = school.staff("lea", "lead");
        var tom = school.staff("tom", "trainer");
        school.vanish(school.student("ana", tom));
        jobs.runNow("assess_students");
        jobs.runNow("follow_up_cases");
        assertThat(lead.api().get("/worklist").body().at("/due/items")).isEmpty();

        clock.advance(Duration.ofDays(3));
        jobs.runNow("follow_up_cases");
        jobs.runNow("follow_up_cases");
        deliveries.workOff(() -> true);

        assertThat(lead.api().get("/worklist").text("/due/items/0/because")).isEqualTo("escalated");
        assertThat(tom.api().get("/worklist").body().at("/due/items/0/overdue").asBoolean())
                .isTrue();
        assertThat(lead.api().get("/notifications").body().findValuesAsText("type"))
                .containsExactly("student_case_escalated");
    }

    @Test
    void anOutcomeIsSetTwentyEightDaysAfterTheFirstContact() {
        var school = School.open(given);
        var tom = school.staff("tom", "trainer");
        var back = school.student("back", tom);
        var away = school.student("away", tom);
        school.vanish(back, away);
        jobs.runNow("assess_students");
        for (var item : tom.api().get("/worklist").body().at("/due/items")) {
            var path = "/student-interventions/" + item.at("/case_id").asText();
            ok(tom.api().post(path + "/start", null));
            ok(tom.api().post(path + "/contacts", Map.of("intervention_type", "phone_call", "reached", true)));
        }
        school.send(List.of(
                school.event(back, "view", LocalDate.of(2026, 11, 17)),
                school.event(back, "view", LocalDate.of(2026, 11, 19)),
                school.event(back, "submission", LocalDate.of(2026, 11, 20), "item_source_id", "i1")));

        clock.advance(Duration.ofDays(28));
        jobs.runNow("follow_up_cases");
        assertThat(tom.api().get("/student-interventions").body().findValuesAsText("outcome"))
                .containsOnly("null");
        clock.advance(Duration.ofDays(1));
        jobs.runNow("follow_up_cases");

        assertThat(tom.api()
                        .get("/student-interventions?student_id=" + back.id())
                        .text("/items/0/outcome"))
                .isEqualTo("re_engaged");
        assertThat(tom.api()
                        .get("/student-interventions?student_id=" + away.id())
                        .text("/items/0/outcome"))
                .isEqualTo("no_change");
    }

    @Test
    void manyAreTakenAStepAtOnceAndEachSaysHowItWent() {
        var school = School.open(given);
        var lead = school.staff("lea", "lead");
        var tom = school.staff("tom", "trainer");
        school.vanish(school.student("ana", tom), school.student("ben", tom));
        jobs.runNow("assess_students");
        var ids = tom.api().get("/worklist").body().at("/due/items").findValuesAsText("case_id");
        ok(tom.api().post("/student-interventions/" + ids.getFirst() + "/start", null));

        var results = ok(tom.api()
                .post("/worklist/bulk", Map.of("action", "start", "case_ids", List.of(ids.get(0), ids.get(1)))));

        assertThat(results.body().at("/items").findValuesAsText("done")).containsExactly("false", "true");
        assertThat(results.text("/items/0/problem")).contains("in_progress");
        assertThat(tom.api().delete("/student-interventions/" + ids.getFirst()).status())
                .isEqualTo(403);
        ok(lead.api().delete("/student-interventions/" + ids.getFirst()));
        assertThat(tom.api().get("/student-interventions/" + ids.getFirst()).status())
                .isEqualTo(404);
        assertThat(Owner.count("case_changes", "case_id", UUID.fromString(ids.getFirst())))
                .isGreaterThan(2);
    }

    @Test
    void aTrainerWhoLeavesLeavesTheirCasesToTheLead() {
        var school = School.open(given);
        var lead = school.staff("lea", "lead");
        var tom = school.staff("tom", "trainer");
        var ana = school.student("ana", tom);
        school.vanish(ana);
        jobs.runNow("assess_students");
        var caseId = tom.api().get("/worklist").text("/due/items/0/case_id");

        ok(tom.loggedIn().delete("/me"));

        assertThat(lead.api().get("/worklist").text("/due/items/0/because")).isEqualTo("unassigned");
        var file = ok(lead.api().get("/student-interventions/" + caseId));
        assertThat(file.body().at("/assigned_trainer_id").isNull()).isTrue();
        ok(ana.api().delete("/me"));
        assertThat(lead.api().get("/student-interventions/" + caseId).status()).isEqualTo(404);
        assertThat(Owner.count("case_changes", "case_id", UUID.fromString(caseId)))
                .isZero();
    }
}
