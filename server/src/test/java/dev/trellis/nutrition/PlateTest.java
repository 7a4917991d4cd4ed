package dev.trellis.nutrition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What portions hold (domain 03.2, E3.2a to c), and which portions cannot be. */
class PlateTest {
    private static final Map<String, Food> KNOWN = Map.of(
            "rice_white_cooked", food("rice_white_cooked", "130", "2.7", "28.2", "0.3", "0.4"),
            "chicken_breast_cooked", food("chicken_breast_cooked", "165", "31.0", "0.0", "3.6", "0.0"),
            "almonds", food("almonds", "579", "21.2", "21.6", "49.9", "12.5"),
            "tempeh", food("tempeh", "192", "20.3", "7.6", "10.8", null));

    @ParameterizedTest
    @CsvSource({
        "rice_white_cooked,150,195.00,4.05,42.30,0.45",
        "chicken_breast_cooked,120,198.00,37.20,0.00,4.32",
        "almonds,30,173.70,6.36,6.48,14.97",
    })
    void computesAPortionFromWhatAHundredGramsHold(
            String food, BigDecimal grams, BigDecimal kcal, BigDecimal protein, BigDecimal carbs, BigDecimal fat) {
        var eaten = eaten(FoodItem.of(food, grams)).getFirst();

        assertThat(List.of(eaten.calories(), eaten.protein(), eaten.carbs(), eaten.fat()))
                .containsExactly(kcal, protein, carbs, fat);
    }

    @Test
    void sumsAreRoundedOnceAtTheEnd() {
        var foods = eaten(
                FoodItem.of("rice_white_cooked", new BigDecimal("150")),
                FoodItem.of("chicken_breast_cooked", new BigDecimal("120")),
                FoodItem.of("almonds", new BigDecimal("30")));

        assertThat(Macros.calories(foods)).isEqualTo(567);
        assertThat(Macros.of(foods))
                .isEqualTo(new Macros(
                        new BigDecimal("47.6"),
                        new BigDecimal("48.8"),
                        new BigDecimal("19.7"),
                        new BigDecimal("4.4"),
                        true));
    }

    @Test
    void fibreThatNobodyKnowsCountsAsNoneAndIsSaid() {
        var foods = eaten(
                FoodItem.of("tempeh", new BigDecimal("100")), FoodItem.of("rice_white_cooked", new BigDecimal("100")));

        assertThat(foods.getFirst().fibre()).isNull();
        assertThat(Macros.of(foods).fibre()).isEqualByComparingTo("0.4");
        assertThat(Macros.of(foods).fibreComplete()).isFalse();
    }

    @Test
    void whatWasLoggedBeforeKeepsItsNutrientsThoughTheTableHasChanged() {
        var item = FoodItem.of("almonds", new BigDecimal("30.0"));
        var then = new EatenFood(
                "almonds",
                "Almonds",
                new BigDecimal("30"),
                null,
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                null);

        var plate = Plate.of(List.of(item), KNOWN, Map.of(FoodItem.of(then), then));

        assertThat(plate.foods()).containsExactly(then);
    }

    @Test
    void namesWhatIsWrongWithAnItem() {
        var label = new FoodItem(null, null, null, "Soup", BigDecimal.TEN, null, null, null, null);
        var mixed = new FoodItem("almonds", BigDecimal.TEN, null, null, new BigDecimal("5"), null, null, null, null);
        var unweighed = new FoodItem("almonds", null, null, null, null, null, null, null, null);
        var plate =
                Plate.of(List.of(label, FoodItem.of("ambrosia", BigDecimal.TEN), unweighed, mixed), KNOWN, Map.of());

        assertThat(plate.errors())
                .extracting("pointer")
                .containsExactly("/foods/0", "/foods/1/food_id", "/foods/2/grams", "/foods/3");
    }

    private static List<EatenFood> eaten(FoodItem... items) {
        var plate = Plate.of(List.of(items), KNOWN, Map.of());
        assertThat(plate.errors()).isEmpty();
        return plate.foods();
    }

    private static Food food(String id, String kcal, String protein, String carbs, String fat, @Nullable String fibre) {
        return new Food(
                id,
                id,
                "test",
                "cooked",
                new BigDecimal(kcal),
                new BigDecimal(protein),
                new BigDecimal(carbs),
                new BigDecimal(fat),
                fibre == null ? null : new BigDecimal(fibre),
                "vegan",
                List.of(),
                false,
                10,
                100,
                10,
                "test");
    }
}
