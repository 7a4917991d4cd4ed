package dev.trellis.programs.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.programs.menu.DayMenu.Quality;
import dev.trellis.programs.menu.Food.Category;
import dev.trellis.programs.menu.MenuNote.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MenuPlannerTest {
    private static final Foods FOODS = Foods.shipped();
    private static final MenuTargets TARGETS = new MenuTargets(2100, 125, 240, 68, 30, 1500, 60, 4);
    private static final Diner OMNIVORE = new Diner(DietClass.OMNIVORE, Set.of(), false, Set.of(), Set.of(), Set.of());

    @Test
    void aWeekIsVariedAndReachesItsTargets() {
        var plan = plan(OMNIVORE, TARGETS, 7);
        assertThat(plan.notes()).isEmpty();
        assertThat(plan.days()).hasSize(7).allMatch(day -> day.quality() == Quality.GOOD);
        var foods = plan.days().stream()
                .flatMap(day -> day.portions().stream())
                .map(Portion::food)
                .toList();
        assertThat(foods.stream()
                        .filter(food -> food.category() == Category.FISH || food.category() == Category.SHELLFISH))
                .isNotEmpty();
        assertThat(foods.stream()
                        .filter(food -> food.category() == Category.LEGUME)
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(foods.stream().filter(Food::isPlant).map(Food::id).distinct().count())
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void vegansGetOnlyPlants() {
        var vegan = new Diner(DietClass.VEGAN, Set.of(), false, Set.of(), Set.of(), Set.of());
        assertThat(foods(plan(vegan, TARGETS, 7))).allMatch(food -> food.dietClass() == DietClass.VEGAN);
    }

    @Test
    void withoutAnyProteinFoodTheTargetsAreReportedAsOutOfReach() {
        var protein = EnumSet.of(
                Category.MEAT_POULTRY,
                Category.MEAT_RED,
                Category.FISH,
                Category.SHELLFISH,
                Category.EGGS,
                Category.SOY,
                Category.PLANT_PROTEIN,
                Category.LEGUME,
                Category.DAIRY,
                Category.DAIRY_PROTEIN,
                Category.DAIRY_ALT,
                Category.DAIRY_CHEESE);
        var disliked = FOODS.all().stream()
                .filter(food -> protein.contains(food.category()))
                .map(Food::id)
                .collect(Collectors.toSet());
        var plan = plan(new Diner(DietClass.OMNIVORE, Set.of(), false, disliked, Set.of(), Set.of()), TARGETS, 2);
        assertThat(plan.days()).allMatch(day -> day.quality() == Quality.NOT_REACHED);
        assertThat(plan.notes()).extracting(MenuNote::kind).contains(Kind.NO_FOOD_FOR_SLOT);
    }

    @Test
    void whoEatsNothingGetsAnEmptyAnswerAndNoError() {
        var everything = FOODS.all().stream().map(Food::id).collect(Collectors.toSet());
        var plan = plan(new Diner(DietClass.OMNIVORE, Set.of(), false, everything, Set.of(), Set.of()), TARGETS, 2);
        assertThat(plan.days()).allMatch(day -> day.portions().isEmpty() && day.quality() == Quality.NOT_REACHED);
    }

    @Test
    void likedFoodsComeMoreOften() {
        var liking =
                new Diner(DietClass.OMNIVORE, Set.of(), false, Set.of(), Set.of("salmon_cooked", "mango"), Set.of());
        assertThat(times(plan(liking, TARGETS, 7), "mango")).isGreaterThanOrEqualTo(3);
        assertThat(times(plan(liking, TARGETS, 7), "salmon_cooked")).isBetween(2L, 3L);
    }

    @Test
    void anotherSeedMakesAnotherWeek() {
        assertThat(MenuPlanner.plan(FOODS, OMNIVORE, TARGETS, 2, new PortionSolver(), 1))
                .isEqualTo(MenuPlanner.plan(FOODS, OMNIVORE, TARGETS, 2, new PortionSolver(), 1))
                .isNotEqualTo(MenuPlanner.plan(FOODS, OMNIVORE, TARGETS, 2, new PortionSolver(), 2));
    }

    private static MenuPlan plan(Diner diner, MenuTargets targets, int days) {
        return MenuPlanner.plan(FOODS, diner, targets, days, new PortionSolver(100), 7);
    }

    private static long times(MenuPlan plan, String id) {
        return plan.days().stream()
                .flatMap(day -> day.portions().stream())
                .filter(portion -> portion.food().id().equals(id))
                .count();
    }

    private static Stream<Food> foods(MenuPlan plan) {
        return plan.days().stream().flatMap(day -> day.portions().stream()).map(Portion::food);
    }
}
