package dev.trellis.programs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.programs.training.Injury.Severity;
import dev.trellis.programs.training.PlanNote.Kind;
import dev.trellis.programs.training.TrainingPlan.Reason;
import dev.trellis.programs.training.TrainingPlan.Refused;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingPlannerTest {
    @Test
    void dumbbellsAndABadKneeLeaveNothingThatAsksForTheKnee() {
        var plan = Trainee.inAGym()
                .owning(Equipment.DUMBBELL)
                .hurting(InjuryRegion.KNEE, Severity.LIMITS)
                .planned(8);
        assertThat(exercises(plan)).noneMatch(exercise -> exercise.hasCaution(CautionTag.KNEE));
        assertThat(ids(plan)).contains("box_squat_chair");
    }

    @Test
    void withoutEquipmentFourPatternsRemainAndMissingPullsAreTold() {
        var plan = Trainee.inAGym().owning().planned(8);
        assertThat(exercises(plan)).allMatch(exercise -> exercise.equipment().isEmpty());
        assertThat(patterns(plan))
                .contains(
                        MovementPattern.SQUAT,
                        MovementPattern.HINGE,
                        MovementPattern.HORIZONTAL_PUSH,
                        MovementPattern.VERTICAL_PUSH)
                .doesNotContain(MovementPattern.VERTICAL_PULL);
        assertThat(plan.notes()).extracting(PlanNote::kind).contains(Kind.NO_PULLING);
    }

    @Test
    void aBadBackLeavesTheGluteBridge() {
        var plan = Trainee.inAGym()
                .hurting(InjuryRegion.LOWER_BACK, Severity.LIMITS)
                .planned(8);
        assertThat(ids(plan)).doesNotContain("deadlift", "hip_thrust").contains("glute_bridge");
    }

    @Test
    void aBandIsEnoughToRow() {
        var plan = Trainee.inAGym().owning(Equipment.BAND).planned(4);
        assertThat(ids(plan)).containsAnyOf("band_row", "band_pull_apart");
        assertThat(plan.notes()).extracting(PlanNote::kind).doesNotContain(Kind.NO_PULLING);
    }

    @Test
    void aNiggleOnlyTakesLoadOff() {
        var fine = Trainee.inAGym().lifting("db_bench_press", 40);
        var niggling = fine.hurting(InjuryRegion.SHOULDER, Severity.NIGGLE);
        double before = load(fine.planned(1), "db_bench_press");
        assertThat(load(niggling.planned(1), "db_bench_press")).isCloseTo(0.8 * before, within(2.0));
        assertThat(niggling.planned(1).notes()).extracting(PlanNote::kind).contains(Kind.NIGGLE);
    }

    @Test
    void nobodyIsPlannedWhoShouldSeeAClinicianFirst() {
        assertThat(Trainee.inAGym().cleared(Clearance.STOP).plan(4)).isEqualTo(new Refused(Reason.SYMPTOMS));
        assertThat(Trainee.inAGym().hurting(InjuryRegion.HIP, Severity.ACUTE).plan(4))
                .isEqualTo(new Refused(Reason.ACUTE_INJURY));
        assertThat(Trainee.inAGym().with(TrainingCondition.PREGNANT).plan(4))
                .isEqualTo(new Refused(Reason.PREGNANCY_WITHOUT_CLINICIAN));
    }

    @Test
    void aKnownDiseaseWithoutActivityAllowsWalking() {
        var plan = Trainee.inAGym().cleared(Clearance.WALKING_ONLY).planned(4);
        assertThat(sessions(plan)).allSatisfy(session -> {
            assertThat(session.exercises()).isEmpty();
            var cardio = Objects.requireNonNull(session.cardio());
            assertThat(cardio.exerciseId()).isEqualTo("walking");
            assertThat(cardio.hardMinutes()).isZero();
        });
    }

    @ParameterizedTest(name = "{0} days after {1} months: {2}")
    @CsvSource({
        "1, 0, FULL_BODY_A",
        "2, 12, FULL_BODY_A FULL_BODY_C",
        "3, 0, FULL_BODY_A FULL_BODY_B FULL_BODY_C",
        "3, 30, UPPER LOWER FULL_BODY_A",
        "4, 12, UPPER LOWER UPPER LOWER",
        "5, 0, UPPER LOWER CARDIO FULL_BODY_A CARDIO",
        "5, 12, UPPER LOWER PUSH PULL LEGS",
        "6, 0, FULL_BODY_A CARDIO FULL_BODY_B CARDIO FULL_BODY_C CARDIO",
        "6, 30, PUSH PULL LEGS PUSH PULL LEGS"
    })
    void theWeekIsMadeOfTheseSessions(int days, int months, String kinds) {
        var week = Trainee.inAGym()
                .onDays(days, 75)
                .forMonths(months)
                .planned(5)
                .weeks()
                .getLast();
        assertThat(week.sessions())
                .extracting(session -> session.kind().name())
                .containsExactlyInAnyOrder(kinds.split(" "));
    }

    @Test
    void noviceWeeksStartEasyAndGrowSlowly() {
        var weeks = Trainee.inAGym().planned(8).weeks();
        assertThat(weeks.getFirst().sessions()).noneMatch(PlannedSession::hard);
        assertThat(weeks.get(4).sessions()).allMatch(PlannedSession::hard);
        assertThat(weeks.get(6).sets().of(Muscle.CHEST))
                .isGreaterThan(weeks.getFirst().sets().of(Muscle.CHEST));
        assertThat(weeks.get(7).light()).isTrue();
    }

    @Test
    void enoughTimeAndEquipmentLeaveNoShortfall() {
        for (var months : List.of(0, 12, 30)) {
            for (var days = 3; days <= 6; days++) {
                var plan = Trainee.inAGym().forMonths(months).onDays(days, 75).planned(8);
                assertThat(plan.notes()).as("%d months, %d days", months, days).isEmpty();
                assertThat(plan.weeks())
                        .allSatisfy(week -> assertThat(week.notes()).isEmpty());
            }
        }
    }

    @Test
    void aShortSessionKeepsAPushAPullAndASquatOrHinge() {
        var week = Trainee.inAGym().onDays(3, 20).planned(1).weeks().getFirst();
        assertThat(week.sessions()).allSatisfy(session -> {
            assertThat(session.exercises().stream()
                            .mapToInt(PlannedExercise::sets)
                            .sum())
                    .isLessThanOrEqualTo(4);
            assertThat(session.exercises())
                    .extracting(exercise -> exercise.slot().role())
                    .contains(Slot.Role.PUSH, Slot.Role.PULL, Slot.Role.LEGS);
        });
        assertThat(week.notes()).extracting(PlanNote::kind).contains(Kind.SHORT_OF_SETS);
    }

    @Test
    void strengthMeansFewHeavyRepsInTheMainLifts() {
        var week = Trainee.inAGym()
                .training(TrainingGoal.STRENGTH)
                .forMonths(30)
                .onDays(4, 75)
                .lifting("back_squat", 140)
                .planned(1)
                .weeks()
                .getFirst();
        var squat = week.sessions().stream()
                .flatMap(session -> session.exercises().stream())
                .filter(exercise -> exercise.exerciseId().equals("back_squat"))
                .findFirst()
                .orElseThrow();
        assertThat(squat.repMin()).isEqualTo(3);
        assertThat(squat.repMax()).isEqualTo(6);
        assertThat(squat.restSeconds()).isEqualTo(180);
        assertThat(squat.loadKg()).isEqualTo(120.0);
    }

    @Test
    void olderPeopleGetMachinesAndChairsFirst() {
        var plan = Trainee.inAGym().aged(70).planned(4);
        assertThat(ids(plan)).contains("leg_press", "machine_chest_press", "lat_pulldown");
        assertThat(plan.notes()).extracting(PlanNote::kind).contains(Kind.BALANCE);
        assertThat(Trainee.inAGym().aged(70).forMonths(30).planned(4).range().most())
                .isEqualTo(10);
    }

    @Test
    void weekendsAloneAreMadeToWork() {
        var week = Trainee.inAGym()
                .forMonths(12)
                .free(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .planned(1)
                .weeks()
                .getFirst();
        assertThat(week.sessions()).hasSize(3);
        assertThat(week.sessions()).filteredOn(PlannedSession::hard).hasSize(2);
    }

    @Test
    void beginnersRunAndWalkInTurn() {
        var weeks = Trainee.inAGym()
                .training(TrainingGoal.RUN_5K)
                .onDays(5, 60)
                .planned(12)
                .weeks();
        var first = runs(weeks.getFirst());
        assertThat(first).hasSize(3).allMatch(run -> run.runWalk() && run.minutes() == 24 && run.hardMinutes() == 0);
        assertThat(runs(weeks.get(3)).getFirst().minutes()).isLessThan(24);
        assertThat(runs(weeks.get(10)).getFirst().minutes()).isGreaterThan(26);
        assertThat(runs(weeks.get(10))).anyMatch(run -> run.hardMinutes() > 0);
    }

    @Test
    void aRunnerWithABadKneeGetsOnABike() {
        var plan = Trainee.inAGym()
                .training(TrainingGoal.RUN_10K)
                .hurting(InjuryRegion.ANKLE, Severity.LIMITS)
                .planned(4);
        assertThat(runs(plan.weeks().getFirst()))
                .extracting(PlannedCardio::exerciseId)
                .containsOnly("cycling");
        assertThat(plan.notes()).extracting(PlanNote::kind).contains(Kind.CARDIO_EXCHANGED);
    }

    @Test
    void aSubstituteComesFromTheSameGroup() {
        var eligibility = Trainee.inAGym()
                .owning(Equipment.DUMBBELL, Equipment.BENCH)
                .profile()
                .eligibility();
        var substitution = new Substitution(Trainee.EXERCISES, eligibility::allows);
        var bench = Trainee.EXERCISES.get("bench_press");
        assertThat(substitution.of(bench, Set.of())).map(Exercise::id).contains("db_bench_press");
        assertThat(substitution.of(bench, Set.of("db_bench_press")))
                .map(Exercise::id)
                .contains("incline_db_press");
        var nothing = new Eligibility(Set.of(), List.of(), Set.of(), Set.of("push_up"));
        var bare = new Substitution(Trainee.EXERCISES, nothing::allows);
        assertThat(bare.of(bench, Set.of())).map(Exercise::id).contains("incline_push_up");
    }

    private static List<PlannedCardio> runs(TrainingWeek week) {
        return week.sessions().stream()
                .flatMap(session -> Stream.ofNullable(session.cardio()))
                .toList();
    }

    private static double load(TrainingPlan.Planned plan, String id) {
        return Objects.requireNonNull(plan.weeks().stream()
                .flatMap(week -> week.sessions().stream())
                .flatMap(session -> session.exercises().stream())
                .filter(exercise -> exercise.exerciseId().equals(id))
                .findFirst()
                .orElseThrow()
                .loadKg());
    }

    private static List<PlannedSession> sessions(TrainingPlan.Planned plan) {
        return plan.weeks().stream().flatMap(week -> week.sessions().stream()).toList();
    }

    private static Set<String> ids(TrainingPlan.Planned plan) {
        return sessions(plan).stream()
                .flatMap(session -> session.exercises().stream())
                .map(PlannedExercise::exerciseId)
                .collect(Collectors.toSet());
    }

    private static List<Exercise> exercises(TrainingPlan.Planned plan) {
        return ids(plan).stream().map(Trainee.EXERCISES::get).toList();
    }

    private static Set<MovementPattern> patterns(TrainingPlan.Planned plan) {
        return exercises(plan).stream().map(Exercise::pattern).collect(Collectors.toSet());
    }
}
