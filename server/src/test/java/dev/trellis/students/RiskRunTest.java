package dev.trellis.students;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.jobs.Jobs;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The night: from learning events to levels and cases. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RiskRunTest {
    private static final LocalDate LAST_SUNDAY = LocalDate.of(2026, 11, 15);

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
    void aStudentWhoVanishedIsNoticedWithTheValuesBehindIt() {
        var school = School.open(given);
        var trainer = school.staff("tom", "trainer");
        var student = school.student("ana", trainer);
        vanish(school, student);

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

    private static void vanish(School school, School.Member student) {
        school.items(
                LocalDate.of(2026, 10, 12),
                LocalDate.of(2026, 10, 19),
                LocalDate.of(2026, 10, 26),
                LocalDate.of(2026, 11, 2));
        var events = new ArrayList<Map<String, Object>>();
        events.add(school.event(student, "submission", LocalDate.of(2026, 10, 11), "item_source_id", "i0"));
        events.add(school.event(student, "grade", LocalDate.of(2026, 10, 13), "item_source_id", "i0", "value", 90));
        events.add(school.event(student, "grade", LocalDate.of(2026, 10, 14), "item_source_id", "i1", "value", 70));
        events.add(school.event(student, "view", LocalDate.of(2026, 10, 14)));
        assertThat(school.send(events).body().at("/stored").asInt()).isEqualTo(4);
        assertThat(school.send(List.of(events.getFirst()))
                        .body()
                        .at("/repeated")
                        .asInt())
                .isEqualTo(1);
    }
}
