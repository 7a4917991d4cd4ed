package dev.trellis.programs.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.trellis.programs.menu.DayMenu.Nutrient;
import dev.trellis.programs.menu.DayMenu.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domain 03.4 with its examples E3.2 and E3.5. */
class PortionSolverTest {
    private static final Foods FOODS = Foods.shipped();
    private static final MenuTargets OMNIVORE = new MenuTargets(2000, 130, 220, 63, 28, 500, 10, 4);
    private static final MenuTargets VEGAN = new MenuTargets(1800, 110, 200, 60, 28, 500, 10, 4);
    private static final List<MenuItem> OMNIVORES_DAY = menu(
            "B oats_dry milk_1pct blueberries walnuts",
            "L chicken_breast_cooked rice_brown_cooked broccoli_cooked olive_oil",
            "D salmon_cooked potato_boiled green_beans_cooked",
            "S greek_yogurt_nonfat apple");
    private static final List<MenuItem> VEGANS_DAY = menu(
            "B oats_dry soymilk_unsweetened banana chia_seeds",
            "L tofu_firm quinoa_cooked pepper_red_raw olive_oil",
            "D tempeh lentils_cooked rice_white_cooked spinach_raw",
            "S edamame orange");
    private static final List<MenuItem> WITHOUT_PROTEIN =
            menu("B apple", "L lettuce_raw rice_white_cooked", "D courgette_raw potato_boiled", "S grapes");

    private final PortionSolver solver = new PortionSolver();

    @Test
    void theLinearProgramFindsTheKnownOptimum() {
        assertThat(bound(OMNIVORES_DAY, OMNIVORE)).isCloseTo(0.030802, within(1e-6));
        assertThat(bound(VEGANS_DAY, VEGAN)).isCloseTo(0.052446, within(1e-6));
        assertThat(bound(WITHOUT_PROTEIN, OMNIVORE)).isCloseTo(6.928146, within(1e-6));
    }

    @Test
    void wholePortionsOfAnOmnivoresDayComeAsNearAsPossible() {
        var menu = solver.solve(OMNIVORES_DAY, OMNIVORE);
        assertThat(menu.objective()).isCloseTo(0.046628, within(1e-3));
        assertTotals(menu, 1999.65, 130.03, 235.31, 63.09, 32.04);
        assertThat(menu.quality()).isEqualTo(Quality.GOOD);
        assertThat(menu.relaxed()).isEmpty();
        assertPossible(menu);
    }

    @Test
    void wholePortionsOfAVegansDayComeAsNearAsPossible() {
        var menu = solver.solve(VEGANS_DAY, VEGAN);
        assertThat(menu.objective()).isCloseTo(0.068387, within(1e-3));
        assertTotals(menu, 1799.55, 110.10, 223.30, 60.00, 43.74);
        assertThat(menu.portions()).allMatch(portion -> portion.food().dietClass() == DietClass.VEGAN);
        assertPossible(menu);
    }

    @Test
    void aMenuWithoutProteinIsReportedAndNotHidden() {
        var menu = solver.solve(WITHOUT_PROTEIN, OMNIVORE);
        assertThat(menu.objective()).isCloseTo(6.928146, within(1e-3));
        assertTotals(menu, 1209.2, 24.73, 280.48, 4.07, 26.24);
        assertThat(menu.quality()).isEqualTo(Quality.NOT_REACHED);
        assertThat(menu.deviations().subList(0, 2))
                .extracting(DayMenu.Deviation::nutrient)
                .containsExactlyInAnyOrder(Nutrient.FAT, Nutrient.PROTEIN);
        assertThat(menu.relaxed()).isEmpty();
    }

    @Test
    void twoFoodsHaveOneAnswer() {
        double chicken = (40 - 0.027 * 500 / 1.30) / (0.31 - 0.027 * 1.65 / 1.30);
        double rice = (500 - 1.65 * chicken) / 1.30;
        assertThat(chicken).isCloseTo(107.407, within(1e-3));
        assertThat(rice).isCloseTo(248.291, within(1e-3));
        var targets = new MenuTargets(500, 40, 70.0184, 4.61155, 0.99316, 100, 10, 3);
        var steps = new PortionModel(
                        menu("L chicken_breast_cooked rice_white_cooked"), targets, Set.of(Relaxation.MEAL_SHARES))
                .steps();
        assertThat(10 * steps[0]).isCloseTo(chicken, within(0.01));
        assertThat(25 * steps[1]).isCloseTo(rice, within(0.01));
    }

    @Test
    void foodsBringWhatTheTableSays() {
        var rice = FOODS.get("rice_white_cooked").of(150);
        assertThat(rice.kcal()).isCloseTo(195.0, within(1e-9));
        assertThat(rice.protein()).isCloseTo(4.05, within(1e-9));
        assertThat(rice.carbohydrate()).isCloseTo(42.3, within(1e-9));
        assertThat(FOODS.get("chicken_breast_cooked").of(120).protein()).isCloseTo(37.2, within(1e-9));
        assertThat(FOODS.get("almonds").of(30).fat()).isCloseTo(14.97, within(1e-9));
        assertThat(FOODS.get("tempeh").fibreReported()).isFalse();
        assertThat(FOODS.all()).hasSize(94);
    }

    @Test
    void aDayBelowTheFloorIsNeverAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MenuTargets(1490, 100, 150, 50, 25, 1500, 60, 4))
                .withMessageContaining("floor");
    }

    @Test
    void aDayAtTheFloorDoesNotFallBelowIt() {
        var atFloor = new MenuTargets(2000, 130, 220, 63, 28, 2000, 60, 4);
        assertThat(solver.solve(OMNIVORES_DAY, atFloor).totals().kcal()).isGreaterThanOrEqualTo(2000);
    }

    @Test
    void whatIsGivenUpFollowsTheOrder() {
        var strong = new MenuTargets(1800, 190, 150, 50, 28, 1500, 60, 4);
        var menu = solver.solve(VEGANS_DAY, strong);
        assertThat(menu.relaxed()).containsExactly(Relaxation.values());
        assertThat(menu.totals().protein()).isBetween(60.0, 180.0);
        assertThat(menu.quality()).isEqualTo(Quality.NOT_REACHED);
    }

    private double bound(List<MenuItem> items, MenuTargets targets) {
        return solver.outlook(items, targets).objective();
    }

    private static void assertTotals(
            DayMenu menu, double kcal, double protein, double carbohydrate, double fat, double fibre) {
        assertThat(menu.totals().kcal()).isCloseTo(kcal, within(1.0));
        assertThat(menu.totals().protein()).isCloseTo(protein, within(0.1));
        assertThat(menu.totals().carbohydrate()).isCloseTo(carbohydrate, within(1.0));
        assertThat(menu.totals().fat()).isCloseTo(fat, within(0.1));
        assertThat(menu.totals().fibre()).isCloseTo(fibre, within(2.5));
    }

    private static void assertPossible(DayMenu menu) {
        assertThat(menu.portions()).allSatisfy(portion -> {
            assertThat(portion.grams() % portion.food().stepGrams()).isZero();
            assertThat(portion.grams())
                    .isBetween(portion.food().minGrams(), portion.food().maxGrams());
        });
    }

    private static List<MenuItem> menu(String... meals) {
        var names = Map.of("B", Meal.BREAKFAST, "L", Meal.LUNCH, "D", Meal.DINNER, "S", Meal.SNACK);
        var items = new ArrayList<MenuItem>();
        for (var meal : meals) {
            var words = List.of(meal.split(" "));
            words.subList(1, words.size())
                    .forEach(id -> items.add(
                            new MenuItem(Objects.requireNonNull(names.get(words.getFirst())), FOODS.get(id))));
        }
        return items;
    }
}
