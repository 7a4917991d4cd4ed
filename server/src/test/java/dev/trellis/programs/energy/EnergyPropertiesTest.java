package dev.trellis.programs.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.tracking.Weighing;
import dev.trellis.tracking.WeightTrend;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every body, every rate and every expenditure. */
class EnergyPropertiesTest {
    @Property(tries = 5_000)
    void noTargetIsBelowItsFloorAndNoDeficitOverItsCap(@ForAll long seed) {
        var random = new Random(seed);
        var body = randomBody(random);
        double expenditure = 1000 + random.nextDouble() * 4000;
        double rate = random.nextDouble() * 4 - 2;
        Double fatFree = random.nextBoolean() ? body.kg() * (0.5 + random.nextDouble() * 0.45) : null;
        var target = CalorieTarget.of(body, expenditure, rate, fatFree, random.nextDouble() * 800);
        assertThat(target.floor()).isGreaterThanOrEqualTo(body.sex().floor());
        assertThat(target.target()).isGreaterThanOrEqualTo(target.floor());
        assertThat(target.target() % 10).isZero();
        assertThat((double) target.target()).isGreaterThanOrEqualTo(expenditure - Math.min(750, expenditure / 4) - 5);
        if (!target.limits().contains(CalorieLimit.FLOOR)) {
            assertThat((double) target.target()).isLessThanOrEqualTo(expenditure + 505);
        }
    }

    @Property(tries = 5_000)
    void proteinIsNeverBelowItsFloorAndTheMacrosFitTheCalories(@ForAll long seed) {
        var random = new Random(seed);
        var body = randomBody(random);
        int kcal = 600 + 10 * random.nextInt(400);
        switch (MacroTargets.of(kcal, body, 0.8 + random.nextDouble() * 2)) {
            case MacroTargets.Macros macros -> {
                assertThat((double) macros.protein()).isGreaterThanOrEqualTo(macros.proteinFloor() - 0.5);
                assertThat(macros.carbohydrate()).isNotNegative();
                assertThat(9.0 * macros.fat()).isLessThanOrEqualTo(0.35 * kcal + 9);
                assertThat(4.0 * macros.protein() + 9 * macros.fat() + 4 * macros.carbohydrate())
                        .isCloseTo(kcal, within(9.0));
                assertThat(macros.fibre()).isGreaterThanOrEqualTo(25);
            }
            case MacroTargets.TooFewCalories(var asked, var needed) ->
                assertThat(needed).isGreaterThan(asked);
        }
    }

    @Property(tries = 2_000)
    void learningMovesAtMost150TowardsWhatWasObserved(
            @ForAll @DoubleRange(min = 1200, max = 4500) double kcal,
            @ForAll @DoubleRange(min = 10, max = 500) double deviation,
            @ForAll @DoubleRange(min = 0, max = 8000) double observed,
            @ForAll @DoubleRange(min = 0, max = 0.05) double slopeError) {
        var before = new Expenditure(kcal, deviation * deviation);
        var after = before.learning(observed, Expenditure.observationVariance(slopeError));
        assertThat(Math.abs(after.kcal() - kcal)).isLessThanOrEqualTo(150 + 1e-9);
        assertThat(after.kcal()).isBetween(Math.min(kcal, observed) - 1e-9, Math.max(kcal, observed) + 1e-9);
        assertThat(after.variance()).isPositive();
    }

    @Property(tries = 500)
    void aConstantWeightHasItselfAsTrendAndNoSlope(
            @ForAll @DoubleRange(min = 40, max = 200) double kg, @ForAll @IntRange(min = 2, max = 60) int weighings) {
        var start = LocalDate.of(2026, 1, 1);
        var readings = IntStream.range(0, weighings)
                .mapToObj(i -> new Weighing(start.plusDays(2L * i), kg))
                .toList();
        assertThat(WeightTrend.of(readings)).allMatch(trend -> Math.abs(trend.kg() - kg) < 1e-9);
        assertThat(WeightSlope.of(readings).kgPerDay()).isCloseTo(0, within(1e-9));
    }

    @Property(tries = 500)
    void theTrendStaysBetweenTheLowestAndTheHighestReading(@ForAll long seed) {
        var random = new Random(seed);
        var start = LocalDate.of(2026, 1, 1);
        List<Weighing> readings = IntStream.range(0, 30)
                .mapToObj(i -> new Weighing(start.plusDays(i + i / 3), 60 + random.nextDouble() * 30))
                .toList();
        var kilograms = readings.stream().mapToDouble(Weighing::kg).summaryStatistics();
        assertThat(WeightTrend.of(readings))
                .allMatch(trend -> trend.kg() >= kilograms.getMin() && trend.kg() <= kilograms.getMax());
    }

    private static Body randomBody(Random random) {
        return new Body(
                35 + random.nextDouble() * 200,
                140 + random.nextDouble() * 70,
                18 + random.nextInt(70),
                EquationSex.values()[random.nextInt(3)]);
    }
}
