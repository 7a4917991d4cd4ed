package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starting a period: what it takes, what stands in the way. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class StartTest {
    private static final int FIXED_WAKE_TIME = 1;
    private static final int MEAL_PLANNING = 36;
    private static final int BRISK_WALK = 20;
    private static final int STRENGTH_TWICE = 22;

    @Inject
    Given given;

    @Test
    void takesOnTheHabitsAndTellsWhereItIs() {
        var ana = given.person("ana");

        var answer = start(ana, Map.of("intervention_id", Periods.WIND_DOWN, "planned_duration_days", 10));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/intervention-periods/" + answer.text("/period/id"));
        assertThat(answer.text("/period/intervention_name")).isEqualTo("Thirty-minute wind-down");
        assertThat(answer.text("/period/start_date")).isEqualTo("2026-11-16");
        assertThat(answer.text("/period/end_date")).isEqualTo("2026-11-26");
        assertThat(answer.text("/period/last_day")).isEqualTo("2026-11-25");
        assertThat(answer.body().path("habits")).hasSize(3);
        assertThat(ana.get("/intervention-periods/active").text("/period/id")).isEqualTo(answer.text("/period/id"));
    }

    @Test
    void aNameDoesInsteadOfANumber() {
        var answer = start(given.person("ana"), Map.of("intervention_name", "thirty-minute WIND-down"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/period/intervention_id").asInt()).isEqualTo(Periods.WIND_DOWN);
    }

    @Test
    void somethingOfOnesOwnBringsItsHabitsAndDuration() {
        var ana = given.person("ana");

        assertThat(start(ana, Map.of("intervention_name", "Cello")).problem()).isEqualTo("invalid-input");
        var answer = start(
                ana,
                Map.of(
                        "intervention_name",
                        "Cello",
                        "selected_habits",
                        List.of("Play a scale"),
                        "planned_duration_days",
                        7));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/period/intervention_id").isMissingNode()).isTrue();
    }

    @Test
    void refusesAHabitTheInterventionDoesNotHave() {
        var answer = start(
                given.person("ana"),
                Map.of("intervention_id", Periods.WIND_DOWN, "selected_habits", List.of("Run a marathon")));

        assertThat(answer.problem()).isEqualTo("invalid-input");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/selected_habits");
    }

    @Test
    void refusesAnUnknownInterventionAndSomebodyElsesIntake() {
        var ana = given.person("ana");
        var intake = ana.post("/intakes", Map.of("goal", "Sleep better")).text("/id");

        assertThat(start(ana, Map.of("intervention_id", 99999)).problem()).isEqualTo("invalid-input");
        assertThat(start(ana, Map.of()).problem()).isEqualTo("invalid-input");
        assertThat(start(given.person("ben"), Map.of("intervention_id", Periods.WIND_DOWN, "intake_id", intake))
                        .text("/errors/0/pointer"))
                .isEqualTo("/intake_id");
    }

    @Test
    void asksBeforeItStartsWhatNobodyHasAskedYet() {
        var ana = given.person("ana");

        var asked = start(ana, Map.of("intervention_id", BRISK_WALK));
        assertThat(asked.problem()).isEqualTo("invalid-input");
        assertThat(Periods.texts(asked.body().path("errors"), "pointer"))
                .containsExactlyInAnyOrder("/answers/cv_symptoms", "/answers/acute_injury");
        assertThat(ana.get("/intervention-periods/history").body().path("items"))
                .isEmpty();

        var started = start(
                ana,
                Map.of("intervention_id", BRISK_WALK, "answers", Map.of("cv_symptoms", false, "acute_injury", false)));
        assertThat(started.status()).isEqualTo(201);
        assertThat(ana.get("/me/profile").body().at("/safety_flags/cv_symptoms").asBoolean(true))
                .isFalse();
    }

    @Test
    void aContraindicationStopsIt() {
        var answer = start(
                given.person("ana"), Map.of("intervention_id", MEAL_PLANNING, "answers", Map.of("ed_flag", true)));

        assertThat(answer.problem()).isEqualTo("invalid-input");
        assertThat(answer.text("/detail")).contains("not for you");
    }

    @Test
    void aMedicalFlagLetsItStartWithTheAdviceToAskAClinician() {
        var answer = start(
                given.person("ana"),
                Map.of("intervention_id", BRISK_WALK, "answers", Map.of("cv_symptoms", false, "acute_injury", true)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/cautions/0")).contains("clinician");
    }

    @Test
    void aHabitOfTwiceAWeekIsDueOnTwoDays() {
        var answer = start(
                given.person("ana"),
                Map.of(
                        "intervention_id",
                        STRENGTH_TWICE,
                        "answers",
                        Map.of(
                                "cv_symptoms",
                                false,
                                "acute_injury",
                                false,
                                "recent_surgery",
                                false,
                                "uncontrolled_bp",
                                false)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        // the sixteenth of November 2026 is a Monday, day 0
        assertThat(answer.body().at("/habits/0/scheduled_days").toString()).isEqualTo("[0,3]");
    }

    @Test
    void runsTheSameInterventionOnlyOnceAndThreeAtMost() throws Exception {
        var ana = given.person("ana");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(tab -> threads.submit(() -> start(ana, Map.of("intervention_id", Periods.WIND_DOWN))))
                    .toList();
            var started = 0;
            for (var answer : answers) {
                started += answer.get().status() == 201 ? 1 : 0;
            }
            assertThat(started).isEqualTo(1);
        }
        assertThat(start(ana, own("One")).status()).isEqualTo(201);
        assertThat(start(ana, own("Two")).status()).isEqualTo(201);
        assertThat(start(ana, own("Three")).problem()).isEqualTo("wrong-state");
        assertThat(ana.get("/intervention-periods/active").body().path("others"))
                .hasSize(2);
    }

    @Test
    void waitsWhileThePersonsSafetyComesFirst() {
        var ana = given.person("ana");
        ana.post("/intakes", Map.of("goal", "I want to kill myself"));

        var answer = start(ana, Map.of("intervention_id", Periods.WIND_DOWN));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("safety-hold");
    }

    @Test
    void oneKeyStartsOnePeriod() {
        var ana =
                given.person("ana").header("Idempotency-Key", UUID.randomUUID().toString());

        var first = start(ana, own("Kite"));
        var second = start(ana, own("Kite"));
        var other = start(ana, own("Boat"));

        assertThat(second.text("/period/id")).isEqualTo(first.text("/period/id"));
        assertThat(second.status()).isEqualTo(201);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    private static Map<String, Object> own(String name) {
        return Map.of("intervention_name", name, "selected_habits", List.of("Do it"), "planned_duration_days", 7);
    }

    @Test
    void aCircumstanceOfLifeAsksToFitItAndForNoClinician() {
        var answer = start(
                given.person("ana"),
                Map.of("intervention_id", FIXED_WAKE_TIME, "answers", Map.of("shift_work", true, "bipolar", false)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text("/cautions/0")).startsWith("Fit it to your life: Rotating shift work");
    }

    private static Api.Answer start(Api person, Map<String, ?> request) {
        return person.post("/intervention-periods/start", request);
    }
}
