package dev.trellis.programs.training;

import dev.trellis.programs.training.Injury.Severity;
import dev.trellis.programs.training.TrainingProfile.RunningHistory;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** People to train: one described step by step, or any one from a seed. */
record Trainee(TrainingProfile profile) {
    static final Exercises EXERCISES = Exercises.shipped();

    /** Healthy, 35, new to it, three hours a week in a full gym. */
    static Trainee inAGym() {
        return new Trainee(new TrainingProfile(
                TrainingGoal.HYPERTROPHY,
                35,
                0,
                0,
                3,
                60,
                Set.of(),
                EnumSet.allOf(Equipment.class),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                RunningHistory.NONE,
                Clearance.CLEAR,
                false,
                true));
    }

    static Trainee random(long seed) {
        var random = new Random(seed);
        return new Trainee(new TrainingProfile(
                any(random, TrainingGoal.values()),
                18 + random.nextInt(70),
                random.nextInt(48),
                random.nextInt(4) == 0 ? random.nextInt(40) : 0,
                1 + random.nextInt(6),
                20 + random.nextInt(101),
                random.nextInt(3) == 0 ? some(random, DayOfWeek.values(), 4, 7) : Set.of(),
                random.nextInt(4) == 0
                        ? EnumSet.allOf(Equipment.class)
                        : some(random, Equipment.values(), 0, Equipment.values().length),
                injuries(random),
                random.nextInt(4) == 0 ? some(random, TrainingCondition.values(), 1, 2) : Set.of(),
                ids(random, 6),
                ids(random, 6),
                ids(random, 20).stream().collect(Collectors.toMap(id -> id, id -> 20 + random.nextDouble() * 150)),
                random.nextBoolean()
                        ? RunningHistory.NONE
                        : new RunningHistory(20 + random.nextInt(200), 10 + random.nextInt(80), random.nextInt(40)),
                any(random, Clearance.values()),
                random.nextBoolean(),
                random.nextInt(5) > 0));
    }

    TrainingPlan plan(int weeks) {
        return new TrainingPlanner(EXERCISES).plan(profile, weeks);
    }

    TrainingPlan.Planned planned(int weeks) {
        return (TrainingPlan.Planned) plan(weeks);
    }

    Trainee training(TrainingGoal goal) {
        return with(new HashMap<>(Map.of("goal", goal)));
    }

    Trainee forMonths(int months) {
        return with(Map.of("months", months));
    }

    Trainee aged(int years) {
        return with(Map.of("years", years));
    }

    Trainee onDays(int days, int minutes) {
        return with(Map.of("days", days, "minutes", minutes));
    }

    Trainee free(DayOfWeek... days) {
        return with(Map.of("free", Set.of(days)));
    }

    Trainee owning(Equipment... equipment) {
        return with(Map.of("equipment", Set.of(equipment)));
    }

    Trainee hurting(InjuryRegion region, Severity severity) {
        return with(Map.of("injuries", List.of(new Injury(region, severity))));
    }

    Trainee with(TrainingCondition condition) {
        return with(Map.of("conditions", Set.of(condition)));
    }

    Trainee lifting(String id, double kg) {
        return with(Map.of("maxima", Map.of(id, kg)));
    }

    Trainee cleared(Clearance clearance) {
        return with(Map.of("clearance", clearance));
    }

    @SuppressWarnings("unchecked")
    private Trainee with(Map<String, Object> changes) {
        return new Trainee(new TrainingProfile(
                (TrainingGoal) changes.getOrDefault("goal", profile.goal()),
                (int) changes.getOrDefault("years", profile.years()),
                (int) changes.getOrDefault("months", profile.consistentMonths()),
                profile.breakWeeks(),
                (int) changes.getOrDefault("days", profile.daysPerWeek()),
                (int) changes.getOrDefault("minutes", profile.minutes()),
                (Set<DayOfWeek>) changes.getOrDefault("free", profile.days()),
                (Set<Equipment>) changes.getOrDefault("equipment", profile.equipment()),
                (List<Injury>) changes.getOrDefault("injuries", profile.injuries()),
                (Set<TrainingCondition>) changes.getOrDefault("conditions", profile.conditions()),
                profile.favourites(),
                profile.unwanted(),
                (Map<String, Double>) changes.getOrDefault("maxima", profile.oneRepMax()),
                profile.running(),
                (Clearance) changes.getOrDefault("clearance", profile.clearance()),
                profile.clinicianAgrees(),
                profile.mayIncrease()));
    }

    private static List<Injury> injuries(Random random) {
        var injuries = new ArrayList<Injury>();
        while (random.nextInt(3) == 0) {
            injuries.add(new Injury(any(random, InjuryRegion.values()), any(random, Severity.values())));
        }
        return injuries;
    }

    private static Set<String> ids(Random random, int most) {
        var all = EXERCISES.all().stream().map(Exercise::id).toList();
        var ids = new HashSet<String>();
        for (var i = random.nextInt(most + 1); i > 0; i--) {
            ids.add(all.get(random.nextInt(all.size())));
        }
        return ids;
    }

    private static <E> E any(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <E> Set<E> some(Random random, E[] values, int least, int most) {
        var shuffled = new ArrayList<>(Arrays.asList(values));
        java.util.Collections.shuffle(shuffled, random);
        return new HashSet<>(shuffled.subList(0, least + random.nextInt(most - least + 1)));
    }
}
