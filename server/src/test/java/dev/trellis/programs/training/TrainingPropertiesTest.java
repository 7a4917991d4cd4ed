package dev.trellis.programs.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.programs.training.Injury.Severity;
import dev.trellis.programs.training.PlanNote.Kind;
import dev.trellis.programs.training.TrainingPlan.Planned;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every person, whatever they own, want, can and may. */
class TrainingPropertiesTest {
    private static final int WEEKS = 12;

    @Property(tries = 1_000)
    void noExcludedExerciseIsEverPlanned(@ForAll long seed) {
        var trainee = Trainee.random(seed);
        var profile = trainee.profile();
        var forbidden = profile.injuries().stream()
                .filter(injury -> injury.severity() != Severity.NIGGLE)
                .flatMap(injury -> injury.region().tags().stream())
                .collect(Collectors.toSet());
        profile.conditions().forEach(condition -> forbidden.addAll(condition.excluded()));
        planned(trainee).flatMap(plan -> exercises(plan).stream()).distinct().forEach(exercise -> {
            assertThat(profile.equipment()).containsAll(exercise.equipment());
            assertThat(profile.unwanted()).doesNotContain(exercise.id());
            assertThat(forbidden).noneMatch(exercise::hasCaution);
        });
    }

    @Property(tries = 1_000)
    void nobodyWithSymptomsOrAnAcuteInjuryIsPlanned(@ForAll long seed) {
        var trainee = Trainee.random(seed);
        var profile = trainee.profile();
        boolean acute = profile.injuries().stream().anyMatch(injury -> injury.severity() == Severity.ACUTE);
        if (profile.clearance() == Clearance.STOP || acute) {
            assertThat(trainee.plan(1)).isInstanceOf(TrainingPlan.Refused.class);
        }
        if (profile.clearance() != Clearance.CLEAR) {
            planned(trainee).flatMap(plan -> plan.weeks().stream()).forEach(week -> {
                assertThat(week.aerobic().vigorous()).isZero();
                assertThat(week.sessions()).noneMatch(PlannedSession::hard);
            });
        }
    }

    @Property(tries = 1_000)
    void noVolumeIsOutsideItsRangeUnlessItIsTold(@ForAll long seed) {
        planned(Trainee.random(seed)).forEach(plan -> {
            var before = FractionalSets.none();
            for (var week : plan.weeks()) {
                var limit = before;
                for (var muscle : Muscle.values()) {
                    double sets = week.sets().of(muscle);
                    assertThat(sets)
                            .as("%s in week %d", muscle, week.number())
                            .isLessThanOrEqualTo(plan.range().most());
                    if (!before.equals(FractionalSets.none()) && !week.light()) {
                        assertThat(sets - limit.of(muscle))
                                .as("growth of %s in week %d", muscle, week.number())
                                .isLessThanOrEqualTo(plan.range().perWeek());
                    }
                }
                if (!week.light()) {
                    assertShortfallsAreTold(week, plan.range());
                    before = week.sets();
                }
            }
        });
    }

    @Property(tries = 1_000)
    void noHardDaysStack(@ForAll long seed) {
        planned(Trainee.random(seed))
                .forEach(plan -> plan.weeks().forEach(week -> {
                    var byDay = new EnumMap<DayOfWeek, PlannedSession>(DayOfWeek.class);
                    week.sessions()
                            .forEach(session -> assertThat(byDay.put(session.day(), session))
                                    .isNull());
                    assertThat(byDay).hasSizeLessThan(7);
                    for (var day : DayOfWeek.values()) {
                        var today = byDay.get(day);
                        var tomorrow = byDay.get(day.plus(1));
                        if (today != null && tomorrow != null && today.hard() && tomorrow.hard()) {
                            var afterwards = byDay.get(day.plus(2));
                            assertThat(afterwards != null && afterwards.hard())
                                    .as("three hard days from %s", day)
                                    .isFalse();
                            assertThat(Collections.disjoint(muscles(today), muscles(tomorrow)))
                                    .isTrue();
                            assertThat(today.kind() == SessionKind.INTERVALS
                                            && tomorrow.kind().trainsLegs())
                                    .isFalse();
                        }
                    }
                }));
    }

    @Property(tries = 1_000)
    void noSessionTakesLongerThanThereIsTime(@ForAll long seed) {
        var trainee = Trainee.random(seed);
        var profile = trainee.profile();
        planned(trainee).flatMap(plan -> plan.weeks().stream()).forEach(week -> {
            assertThat(week.sessions()).isNotEmpty().hasSizeLessThanOrEqualTo(profile.plannedDays());
            assertThat(week.sessions()).allSatisfy(session -> {
                assertThat(session.minutes()).isLessThanOrEqualTo(profile.minutes());
                assertThat(profile.possibleDays()).contains(session.day());
                var ids = new HashSet<String>();
                assertThat(session.exercises()).allMatch(exercise -> ids.add(exercise.exerciseId()));
                assertThat(session.exercises())
                        .allMatch(exercise -> exercise.sets() >= 1 && exercise.repMin() <= exercise.repMax());
            });
        });
    }

    @Property(tries = 1_000)
    void cardioStaysMostlyEasyAndRunsGrowByATenthAtMost(@ForAll long seed) {
        var trainee = Trainee.random(seed);
        planned(trainee).forEach(plan -> {
            double longest = Math.max(24, trainee.profile().running().longestMinutes());
            for (var week : plan.weeks()) {
                double all = week.aerobic().moderate() + week.aerobic().vigorous();
                assertThat(week.aerobic().vigorous()).isLessThanOrEqualTo(0.2 * all + 1e-9);
                assertThat(week.sessions())
                        .filteredOn(session ->
                                session.cardio() != null && session.cardio().hardMinutes() > 0)
                        .hasSizeLessThanOrEqualTo(2);
                for (var session : week.sessions()) {
                    if (session.cardio() != null
                            && session.cardio().exerciseId().equals("running")) {
                        assertThat((double) session.cardio().minutes()).isLessThanOrEqualTo(1.1 * longest);
                    }
                }
                longest = Math.max(
                        longest,
                        week.sessions().stream()
                                .filter(session -> session.cardio() != null)
                                .mapToInt(session -> session.cardio().minutes())
                                .max()
                                .orElse(0));
            }
        });
    }

    @Property(tries = 300)
    void theSamePersonGetsTheSamePlan(@ForAll long seed) {
        assertThat(Trainee.random(seed).plan(WEEKS))
                .isEqualTo(Trainee.random(seed).plan(WEEKS));
    }

    private static void assertShortfallsAreTold(TrainingWeek week, VolumeRange range) {
        boolean strength =
                week.sessions().stream().anyMatch(session -> session.kind().isStrength());
        for (var muscle : Muscle.values()) {
            if (strength && muscle.isMajor() && week.sets().of(muscle) < range.least()) {
                var name = muscle.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                assertThat(week.notes())
                        .anyMatch(note ->
                                note.kind() == Kind.SHORT_OF_SETS && note.text().startsWith(name));
            }
        }
    }

    private static Set<Muscle> muscles(PlannedSession session) {
        return session.exercises().stream()
                .flatMap(exercise -> Trainee.EXERCISES.get(exercise.exerciseId()).primary().stream())
                .collect(Collectors.toSet());
    }

    private static Stream<Planned> planned(Trainee trainee) {
        return trainee.plan(WEEKS) instanceof Planned plan ? Stream.of(plan) : Stream.empty();
    }

    private static Set<Exercise> exercises(Planned plan) {
        var ids = new HashSet<String>();
        plan.weeks()
                .forEach(week -> week.sessions().forEach(session -> {
                    session.exercises().forEach(exercise -> ids.add(exercise.exerciseId()));
                    if (session.cardio() != null) {
                        ids.add(session.cardio().exerciseId());
                    }
                }));
        return ids.stream().map(Trainee.EXERCISES::get).collect(Collectors.toSet());
    }
}
