package dev.trellis.adaptation.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.adaptation.daily.DaySession.Work;
import dev.trellis.programs.training.Eligibility;
import dev.trellis.programs.training.Equipment;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.Injury;
import dev.trellis.programs.training.InjuryRegion;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DailyAdjusterPropertiesTest {
    private static final Exercises EXERCISES = Exercises.shipped();
    private static final Eligibility GYM =
            new Eligibility(EnumSet.allOf(Equipment.class), List.of(), Set.of(), Set.of());

    private final DailyAdjuster adjuster = new DailyAdjuster(EXERCISES);

    @Property(tries = 3_000)
    void aDayIsNeverMadeHarderAndFoodNeverMovesByOverATenth(@ForAll long seed) {
        var random = new Random(seed);
        var all = List.copyOf(EXERCISES.all());
        var session = new DaySession(
                random.ints(random.nextInt(6), 0, all.size() - 8)
                        .distinct()
                        .mapToObj(index -> new Work(all.get(index), 1 + random.nextInt(5), 2, 20.0))
                        .toList(),
                random.nextInt(60),
                random.nextInt(20),
                null);
        var today = new DayContext(
                null,
                null,
                null,
                null,
                null,
                null,
                Illness.values()[random.nextInt(4)],
                Map.of(InjuryRegion.values()[random.nextInt(8)], random.nextInt(11)));
        int floor = 1200 + random.nextInt(400);
        var food = new NutritionAdvice.Day(
                floor + random.nextInt(1500), floor, 1500 + random.nextInt(1500), random.nextBoolean(), 0, 0, 0);
        var band = ReadinessBand.values()[random.nextInt(4)];
        var readiness = new Readiness(50, 1, band, null, 1);
        var adjusted = adjuster.adjust(today, session, readiness, List.of(), food, GYM);
        var after = Objects.requireNonNull(adjusted.after());
        assertThat(after.sets()).isLessThanOrEqualTo(session.sets());
        assertThat(after.cardioMinutes()).isLessThanOrEqualTo(session.cardioMinutes());
        assertThat(adjusted.reduction()).isBetween(0.0, 1.0);
        assertThat(Math.abs(adjusted.nutrition().kcal() - food.kcal())).isLessThanOrEqualTo(food.kcal() / 10 + 1);
        assertThat(adjusted.nutrition().kcal()).isGreaterThanOrEqualTo(floor);
        if (today.illness().stopsTraining()) {
            assertThat(adjusted.hold()).isTrue();
            assertThat(after.sets() + after.cardioMinutes()).isZero();
        }
        assertThat(after.exercises())
                .allMatch(work -> today.pain().values().stream().allMatch(pain -> pain < 4)
                        || painless(today).allows(work.exercise()));
    }

    private static Eligibility painless(DayContext today) {
        return new Eligibility(
                EnumSet.allOf(Equipment.class),
                today.pain().keySet().stream()
                        .map(region -> new Injury(region, Injury.Severity.LIMITS))
                        .toList(),
                Set.of(),
                Set.of());
    }
}
