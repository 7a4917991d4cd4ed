package dev.trellis.nutrition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.interventions.CuratedCatalogue;
import dev.trellis.platform.postgres.OwnerAccess;
import dev.trellis.platform.postgres.Schema;
import dev.trellis.platform.postgres.StartUpException;
import dev.trellis.programs.ShippedExercises;
import dev.trellis.testing.PostgresForTests;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The foods get into the database whole, again when the file changes, and a food that is gone leaves its number. */
class ShippedFoodsTest {
    private static final String FILE = FoodsFile.text();

    @Test
    void loadsEveryFoodAndRetiresWhatIsGone() {
        var owner = PostgresForTests.freshDatabase();
        assertThat(number(owner, "select count(*) from foods")).isEqualTo(94);
        assertThat(number(owner, "select count(*) from foods where fibre_g is null"))
                .isEqualTo(1);
        assertThat(number(owner, "select count(*) from foods where allergens = '{}'"))
                .isGreaterThan(10);
        var changed = FILE.replaceAll("(?m)^tempeh,.*\\R?", "").replace("Egg, hard-boiled", "Egg, boiled hard");

        Schema.bringUpToDate(owner, new CuratedCatalogue(), new ShippedFoods(changed), new ShippedExercises());

        assertThat(number(owner, "select count(*) from foods where retired")).isEqualTo(1);
        assertThat(number(owner, "select count(*) from foods where food_id = 'tempeh' and retired"))
                .isEqualTo(1);
        assertThat(number(owner, "select count(*) from foods where name = 'Egg, boiled hard'"))
                .isEqualTo(1);
    }

    @Test
    void everyFoodsEnergyFitsWhatItHolds() {
        var odd = FoodsFile.read(FILE).stream()
                .filter(food -> {
                    var energy = 4 * food.protein().doubleValue()
                            + 4 * food.carbs().doubleValue()
                            + 9 * food.fat().doubleValue();
                    var kcal = food.kcal().doubleValue();
                    return Math.abs(energy - kcal) > Math.max(15, 0.12 * kcal);
                })
                .map(FoodsFile.Shipped::foodId)
                .toList();

        assertThat(odd).as("all but sweetcorn (domain 03.2)").containsExactly("sweetcorn_cooked");
    }

    @Test
    void refusesAFileThatBreaksARule() {
        assertRefused(FILE.replace("\negg_boiled,", "\negg_whole,"), "food_id is used twice");
        assertRefused(FILE.replaceFirst(",eggs,0,", ",feathers,0,"), "feathers");
        assertRefused(FILE.replaceFirst("per_100_g", "per_ounce"), "per_100_g");
        assertRefused(FILE.replaceFirst("165,31.0", "165,310"), "protein_g is not from 0 to 100");
        assertRefused(FILE.replaceFirst("165,31.0", "lots,31.0"), "kcal is not a number");
        assertRefused(FILE.substring(0, FILE.indexOf('\n') + 1), "empty");
    }

    private static void assertRefused(String file, String reason) {
        assertThatThrownBy(() -> FoodsFile.read(file))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining(reason);
    }

    private static long number(OwnerAccess owner, String query) {
        return Jdbi.create(owner.jdbcUrl(), owner.user(), owner.password())
                .withHandle(tx -> tx.createQuery(query).mapTo(Long.class).one());
    }
}
