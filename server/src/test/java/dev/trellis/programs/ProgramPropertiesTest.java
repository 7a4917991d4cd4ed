package dev.trellis.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.programs.energy.ActivityLevel;
import dev.trellis.programs.energy.Body;
import dev.trellis.programs.energy.BodyFat;
import dev.trellis.programs.energy.EquationSex;
import dev.trellis.programs.energy.FoodBehaviour;
import dev.trellis.programs.energy.HealthCondition;
import dev.trellis.programs.energy.HealthFacts;
import dev.trellis.programs.energy.SafetyVerdict;
import dev.trellis.programs.energy.WeightGoal;
import dev.trellis.programs.energy.WeightLoss;
import dev.trellis.programs.menu.Allergen;
import dev.trellis.programs.menu.DayMenu.Quality;
import dev.trellis.programs.menu.DietClass;
import dev.trellis.programs.menu.Diner;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.menu.PortionSolver;
import dev.trellis.programs.training.Clearance;
import dev.trellis.programs.training.Equipment;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.TrainingGoal;
import dev.trellis.programs.training.TrainingPlan;
import dev.trellis.programs.training.TrainingProfile;
import dev.trellis.programs.training.TrainingProfile.RunningHistory;
import dev.trellis.tracking.BodyFatMethod;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for a whole program, whoever it is for. */
class ProgramPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final ProgramGenerator GENERATOR =
            new ProgramGenerator(Exercises.shipped(), Foods.shipped(), new PortionSolver(0));

    @Property(tries = 10)
    void theSameRequestGivesTheSameProgram(@ForAll long seed) {
        assertThat(GENERATOR.generate(request(seed))).isEqualTo(GENERATOR.generate(request(seed)));
    }

    @Property(tries = 50)
    void nobodyIsAskedToEatLessThanTheyMay(@ForAll long seed) {
        var request = request(seed);
        var body = request.health().body();
        if (GENERATOR.generate(request).nutrition() instanceof NutritionPlan.Planned plan) {
            assertThat(plan.calories().target())
                    .isGreaterThanOrEqualTo(body.sex().floor());
            assertThat((double) plan.macros().protein())
                    .isGreaterThanOrEqualTo(plan.macros().proteinFloor() - 0.5);
            assertThat(body.years()).isGreaterThanOrEqualTo(18);
            boolean deficit = plan.goal().isLoss();
            assertThat(deficit && body.bmi() < 18.5).isFalse();
            assertThat(deficit && request.health().scoff() >= 2).isFalse();
            assertThat(request.health().conditions().contains(HealthCondition.PREGNANT))
                    .isFalse();
            assertThat(plan.softened()).isEqualTo(request.goal().isLoss() && !deficit);
            assertThat(plan.menus().days()).hasSize(7).allSatisfy(day -> {
                assertThat(day.portions())
                        .allMatch(portion -> Collections.disjoint(
                                portion.food().allergens(), request.diner().allergens()));
                boolean belowFloor = day.totals().kcal() < plan.calories().floor();
                assertThat(belowFloor && day.quality() != Quality.NOT_REACHED).isFalse();
            });
        }
    }

    @Property(tries = 500)
    void whatIsWithheldInOneHalfLeavesTheOther(@ForAll long seed) {
        var request = request(seed);
        var verdict = SafetyVerdict.of(request.health());
        if (!verdict.targets()) {
            var program = GENERATOR.generate(request);
            assertThat(program.nutrition()).isEqualTo(new NutritionPlan.Withheld(verdict.stops()));
            assertThat(verdict.stops()).isNotEmpty();
            assertThat(program.training()).isInstanceOf(TrainingPlan.Planned.class);
        }
    }

    private static ProgramRequest request(long seed) {
        var random = new Random(seed);
        var body = new Body(
                42 + random.nextInt(90),
                150 + random.nextInt(45),
                16 + random.nextInt(65),
                EquationSex.values()[random.nextInt(3)]);
        var conditions = EnumSet.noneOf(HealthCondition.class);
        if (random.nextInt(5) == 0) {
            conditions.add(HealthCondition.values()[random.nextInt(HealthCondition.values().length)]);
        }
        var health = new HealthFacts(
                body,
                conditions,
                random.nextInt(4) == 0 ? random.nextInt(6) : 0,
                FoodBehaviour.UNREMARKABLE,
                WeightLoss.NONE);
        return new ProgramRequest(
                health,
                random.nextBoolean() ? new BodyFat(10 + random.nextInt(30), BodyFatMethod.DXA, TODAY) : null,
                ActivityLevel.values()[random.nextInt(5)],
                new WeightGoal(null, List.of(-0.5, -0.25, 0.0, 0.25).get(random.nextInt(4))),
                random.nextInt(300),
                random.nextInt(8),
                random.nextInt(10) == 0,
                training(random, body.years()),
                new Diner(
                        DietClass.values()[random.nextInt(4)],
                        Set.of(Allergen.values()[random.nextInt(9)]),
                        random.nextBoolean(),
                        Set.of(),
                        Set.of(),
                        Set.of()),
                3 + random.nextInt(2),
                TODAY,
                4,
                7,
                seed);
    }

    private static TrainingProfile training(Random random, int years) {
        return new TrainingProfile(
                TrainingGoal.values()[random.nextInt(8)],
                years,
                random.nextInt(40),
                0,
                1 + random.nextInt(6),
                30 + random.nextInt(60),
                Set.of(),
                EnumSet.of(Equipment.DUMBBELL, Equipment.BENCH, Equipment.BAND),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                RunningHistory.NONE,
                Clearance.CLEAR,
                false,
                true);
    }
}
