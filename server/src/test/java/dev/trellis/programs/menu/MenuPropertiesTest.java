package dev.trellis.programs.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.programs.energy.Body;
import dev.trellis.programs.energy.CalorieTarget;
import dev.trellis.programs.energy.EquationSex;
import dev.trellis.programs.energy.MacroTargets;
import dev.trellis.programs.menu.DayMenu.Quality;
import dev.trellis.programs.menu.Food.Category;
import dev.trellis.programs.menu.MenuNote.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for everybody, whatever they eat and need. Portions are only improved here, not searched for, to try many. */
class MenuPropertiesTest {
    private static final Foods FOODS = Foods.shipped();
    private static final PortionSolver QUICK = new PortionSolver(0);

    private record Case(Diner diner, MenuTargets targets, long seed) {
        static Case of(long seed) {
            var random = new Random(seed);
            return new Case(randomDiner(random), randomTargets(random), seed);
        }

        MenuPlan plan(int days) {
            return MenuPlanner.plan(FOODS, diner, targets, days, QUICK, seed);
        }
    }

    @Property(tries = 600)
    void nothingExcludedIsServedAndEveryPortionIsPossible(@ForAll long seed) {
        var request = Case.of(seed);
        var diner = request.diner();
        request.plan(1)
                .days()
                .forEach(day -> assertThat(day.portions()).allSatisfy(portion -> {
                    var food = portion.food();
                    assertThat(Collections.disjoint(food.allergens(), diner.allergens()))
                            .isTrue();
                    assertThat(diner.diet().eats(food.dietClass())).isTrue();
                    assertThat(diner.disliked()).doesNotContain(food.id());
                    assertThat(diner.noPork() && food.containsPork()).isFalse();
                    assertThat(food.meals()).contains(portion.meal());
                    assertThat(portion.grams() % food.stepGrams()).isZero();
                    assertThat(portion.grams()).isBetween(food.minGrams(), food.maxGrams());
                }));
    }

    @Property(tries = 600)
    void noFloorIsBrokenWithoutSayingThatTheTargetsAreOutOfReach(@ForAll long seed) {
        var request = Case.of(seed);
        var targets = request.targets();
        request.plan(1).days().forEach(day -> {
            double kcal = Math.abs(day.totals().kcal() / targets.kcal() - 1);
            double protein = Math.abs(day.totals().protein() / targets.protein() - 1);
            boolean belowFloor =
                    day.totals().kcal() < targets.kcalFloor() || day.totals().protein() < targets.proteinFloor();
            assertThat(day.quality() == Quality.NOT_REACHED).isEqualTo(belowFloor || kcal > 0.05 || protein > 0.10);
            assertThat(day.deviations()).hasSize(5);
            assertThat(day.relaxed()).isSorted();
        });
    }

    @Property(tries = 60)
    void aWeekKeepsItsVarietyOrSaysSo(@ForAll long seed) {
        var plan = Case.of(seed).plan(7);
        var kinds = plan.notes().stream().map(MenuNote::kind).collect(Collectors.toSet());
        var foods = plan.days().stream()
                .flatMap(day -> day.portions().stream())
                .map(Portion::food)
                .toList();
        var protein = EnumSet.of(
                Category.MEAT_POULTRY,
                Category.MEAT_RED,
                Category.FISH,
                Category.SHELLFISH,
                Category.EGGS,
                Category.SOY,
                Category.PLANT_PROTEIN);
        boolean often = foods.stream()
                .filter(food -> protein.contains(food.category()))
                .collect(Collectors.groupingBy(Food::id, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(times -> times > 3);
        assertThat(kinds.contains(Kind.PROTEIN_FOOD_OFTEN)).isEqualTo(often);
        boolean muchRed = foods.stream()
                        .filter(food -> food.category() == Category.MEAT_RED)
                        .count()
                > 3;
        assertThat(kinds.contains(Kind.RED_MEAT_OFTEN)).isEqualTo(muchRed);
        boolean few =
                foods.stream().filter(Food::isPlant).map(Food::id).distinct().count() < 10;
        assertThat(kinds.contains(Kind.FEW_PLANTS)).isEqualTo(few);
        assertThat(kinds.contains(Kind.DINNER_AGAIN)).isEqualTo(hasDinnerAgain(plan));
    }

    @Property(tries = 50)
    void theSamePersonAndSeedGetTheSameMenus(@ForAll long seed) {
        assertThat(Case.of(seed).plan(2)).isEqualTo(Case.of(seed).plan(2));
    }

    private static boolean hasDinnerAgain(MenuPlan plan) {
        var dinners = plan.days().stream()
                .map(day -> day.portions().stream()
                        .filter(portion -> portion.meal() == Meal.DINNER)
                        .map(portion -> portion.food().id())
                        .collect(Collectors.toSet()))
                .toList();
        for (var day = 1; day < dinners.size(); day++) {
            if (!dinners.get(day).isEmpty()
                    && dinners.subList(Math.max(0, day - 3), day).contains(dinners.get(day))) {
                return true;
            }
        }
        return false;
    }

    private static Diner randomDiner(Random random) {
        return new Diner(
                DietClass.values()[random.nextInt(4)],
                some(random, List.of(Allergen.values()), 3),
                random.nextBoolean(),
                some(random, ids(), random.nextInt(6) == 0 ? 60 : 8),
                some(random, ids(), 8),
                some(random, ids(), 8));
    }

    private static MenuTargets randomTargets(Random random) {
        while (true) {
            var body = new Body(
                    45 + random.nextInt(90),
                    150 + random.nextInt(45),
                    18 + random.nextInt(60),
                    EquationSex.values()[random.nextInt(3)]);
            var calories = CalorieTarget.of(
                    body, 1400 + random.nextInt(2400), random.nextDouble() - 0.6, null, random.nextInt(300));
            if (MacroTargets.of(calories.target(), body, 0.8 + 1.4 * random.nextDouble())
                    instanceof MacroTargets.Macros macros) {
                return MenuTargets.of(calories, macros, 3 + random.nextInt(2));
            }
        }
    }

    private static List<String> ids() {
        return FOODS.all().stream().map(Food::id).toList();
    }

    private static <E> Set<E> some(Random random, List<E> values, int most) {
        var some = new HashSet<E>();
        for (var i = random.nextInt(most + 1); i > 0; i--) {
            some.add(values.get(random.nextInt(values.size())));
        }
        return some;
    }
}
