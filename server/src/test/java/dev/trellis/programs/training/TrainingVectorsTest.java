package dev.trellis.programs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.programs.training.HeartRateZones.Range;
import dev.trellis.vectors.WorkedExamples;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingVectorsTest {
    private static final Exercises EXERCISES = Exercises.shipped();

    static Stream<WorkedExamples> oneRepMax() {
        return WorkedExamples.of("e1rm");
    }

    static Stream<WorkedExamples> loads() {
        return WorkedExamples.of("load_for");
    }

    static Stream<WorkedExamples> zones() {
        return WorkedExamples.of("hr_zones");
    }

    static Stream<WorkedExamples> singleRun() {
        return WorkedExamples.of("single_run_cap");
    }

    static Stream<WorkedExamples> week() {
        return WorkedExamples.of("weekly_cap");
    }

    @ParameterizedTest
    @MethodSource("oneRepMax")
    void aSetTellsWhatCouldBeLiftedOnce(WorkedExamples example) {
        var inputs = example.inputs();
        var estimate = OneRepMax.of(
                inputs.path("kg").asDouble(),
                inputs.path("reps").asInt(),
                inputs.path("rir").asInt());
        if (example.expected().isNull()) {
            assertThat(estimate).isEmpty();
        } else {
            assertThat(estimate.orElseThrow()).isCloseTo(example.expected().asDouble(), within(example.tolerance()));
        }
    }

    @ParameterizedTest
    @MethodSource("loads")
    void aLoadIsRoundedDownToWhatCanBeLoaded(WorkedExamples example) {
        var inputs = example.inputs();
        assertThat(OneRepMax.load(
                                inputs.path("e1rm").asDouble(),
                                inputs.path("reps").asInt(),
                                inputs.path("rir").asInt(),
                                inputs.path("inc").asDouble())
                        .orElseThrow())
                .isCloseTo(example.expected().asDouble(), within(example.tolerance()));
    }

    @ParameterizedTest(name = "{0} reps to failure are {1} % of one")
    @CsvSource({
        "1, 100",
        "2, 95.5",
        "3, 92.6",
        "4, 89.9",
        "5, 87.3",
        "6, 84.7",
        "7, 82.2",
        "8, 79.7",
        "9, 77.3",
        "10, 75.0",
        "11, 72.7",
        "12, 70.4"
    })
    void percentagesFollowTheTable(int toFailure, double percent) {
        assertThat(OneRepMax.load(100, toFailure, 0, 0).orElseThrow()).isCloseTo(percent, within(0.051));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void heartRateZonesFollowTheReserve(WorkedExamples example) {
        var inputs = example.inputs();
        var zones = HeartRateZones.of(
                inputs.path("age").asInt(), inputs.path("rest").asDouble());
        assertThat(zones.max()).isCloseTo(example.expected().path("max").asDouble(), within(example.tolerance()));
        assertRange(zones.moderate(), example.expected().path("moderate"), example.tolerance());
        assertRange(zones.vigorous(), example.expected().path("vigorous"), example.tolerance());
    }

    @ParameterizedTest
    @MethodSource("singleRun")
    void aRunIsAtMostATenthLonger(WorkedExamples example) {
        assertThat(RunningLimits.singleRun(example.inputs().path("longest30").asDouble()))
                .isCloseTo(example.expected().asDouble(), within(example.tolerance()));
    }

    @ParameterizedTest
    @MethodSource("week")
    void aWeekOfRunningGrowsSlowly(WorkedExamples example) {
        assertThat(RunningLimits.week(example.inputs().path("wref").asDouble()))
                .isCloseTo(example.expected().asDouble(), within(example.tolerance()));
    }

    @ParameterizedTest(name = "E2.6k, l: {0} days off leave {1}")
    @CsvSource({"5, 1.0", "6, 1.0", "7, 0.8", "13, 0.8", "14, 0.6", "27, 0.6", "28, 0.4", "200, 0.4"})
    void aBreakTakesSomeOfIt(int days, double left) {
        assertThat(RunningLimits.afterBreak(days)).isEqualTo(left);
        assertThat(RunningLimits.week(150)).isCloseTo(165, within(1e-9));
    }

    @ParameterizedTest(name = "E2.6: {0} moderate and {1} vigorous minutes")
    @CsvSource({"90, 30, 150, true", "150, 0, 150, true", "40, 60, 160, true", "100, 20, 140, false"})
    void vigorousMinutesCountDouble(double moderate, double vigorous, double expected, boolean met) {
        var week = new AerobicWeek(moderate, vigorous);
        assertThat(week.equivalentMinutes()).isEqualTo(expected);
        assertThat(week.isMet()).isEqualTo(met);
    }

    @ParameterizedTest(name = "E2.3: {0}")
    @CsvSource({
        "bench_press*3 db_row*4 triceps_pushdown*2, "
                + "chest=3 upper_back=4 lats=4 triceps=3.5 front_delts=1.5 biceps=2 rear_delts=2",
        "back_squat*4 romanian_deadlift*3, quads=4 glutes=7 hamstrings=3 adductors=2 lower_back=3.5 forearms=1.5",
        "pull_up*3 chin_up*2, lats=5 biceps=3.5 upper_back=2.5 forearms=2.5"
    })
    void helpersCountHalf(String week, String expected) {
        var sets = FractionalSets.none();
        for (var part : week.split(" ")) {
            var exercise = part.split("\\*");
            sets = sets.plus(EXERCISES.get(exercise[0]), Integer.parseInt(exercise[1]));
        }
        assertThat(sets.byMuscle()).hasSize(expected.split(" ").length);
        var counted = sets;
        assertThat(Arrays.stream(expected.split(" "))).allSatisfy(part -> {
            var muscle = part.split("=");
            assertThat(counted.of(Muscle.valueOf(muscle[0].toUpperCase(Locale.ROOT))))
                    .isEqualTo(Double.parseDouble(muscle[1]));
        });
    }

    @ParameterizedTest(name = "{0} minutes hold {1} sets")
    @CsvSource({"30, 7", "45, 12", "60, 17", "75, 23"})
    void aSessionHoldsSoManySets(int minutes, int sets) {
        assertThat(SessionCapacity.sets(minutes)).isEqualTo(sets);
    }

    @ParameterizedTest(name = "{0} months, {1} weeks off: {2}")
    @CsvSource({
        "0, 0, NOVICE",
        "5, 0, NOVICE",
        "6, 0, INTERMEDIATE",
        "24, 0, INTERMEDIATE",
        "25, 0, ADVANCED",
        "25, 12, ADVANCED",
        "25, 13, INTERMEDIATE",
        "12, 20, NOVICE",
        "2, 20, NOVICE"
    })
    void theLevelFollowsConsistentTraining(int months, int weeksOff, TrainingLevel level) {
        assertThat(TrainingLevel.of(months, weeksOff)).isEqualTo(level);
    }

    @ParameterizedTest(name = "active {0}, disease {1}, symptoms {2}: {3}")
    @CsvSource({
        "true, true, true, STOP",
        "false, false, true, STOP",
        "false, false, false, START_SLOWLY",
        "false, true, false, WALKING_ONLY",
        "true, false, false, CLEAR",
        "true, true, false, MODERATE_ONLY"
    })
    void clearanceFollowsTheTable(boolean active, boolean disease, boolean symptoms, Clearance expected) {
        assertThat(Clearance.of(active, disease, symptoms)).isEqualTo(expected);
    }

    private static void assertRange(Range range, JsonNode expected, double tolerance) {
        assertThat(range.from()).isCloseTo(expected.get(0).asDouble(), within(tolerance));
        assertThat(range.to()).isCloseTo(expected.get(1).asDouble(), within(tolerance));
    }
}
