package dev.trellis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.nutrition.FoodEntryResult;
import dev.trellis.nutrition.FoodItem;
import dev.trellis.nutrition.MealType;
import dev.trellis.nutrition.NewFoodEntry;
import dev.trellis.platform.Actor;
import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.CountingSockets;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How many messages to PostgreSQL what everybody does all day takes. Each is done often enough for the driver to have its
 * statements prepared, which is when it may decide that some cannot travel together.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TripsTest {
    private static final int OFTEN = 12;

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    FoodEntries foods;

    @Inject
    InterventionPeriods periods;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aMealIsLoggedAndMatchedInFive() {
        var loggedIn = given.person("ana");
        var ana = Actor.person(loggedIn.get("/me").id());
        Consulting.usual().complete(loggedIn.lasting(), Map.of("weeks", 3, "start_date", "2026-11-17", "seed", 7));
        clock.set(Instant.parse("2026-11-18T13:00:00Z"));
        var lunch = new NewFoodEntry(
                null,
                MealType.LUNCH,
                List.of(item("chicken_breast_cooked", "150"), item("rice_brown_cooked", "200")),
                null);

        for (var i = 0; i < OFTEN; i++) {
            assertThat(foods.log(ana, lunch)).isInstanceOf(FoodEntryResult.Kept.class);
        }

        assertThat(CountingSockets.tripsOf(() -> foods.log(ana, lunch))).isEqualTo(5);
    }

    @Test
    void aPeriodIsCompletedInFive() {
        for (var i = 0; i < OFTEN; i++) {
            complete(given.person("many"));
        }

        assertThat(complete(given.person("ana"))).isEqualTo(5);
    }

    private int complete(Api person) {
        var actor = Actor.person(person.get("/me").id());
        var period = UUID.fromString(person.post("/intervention-periods/start", Map.of("intervention_id", 5))
                .text("/period/id"));
        return CountingSockets.tripsOf(() -> assertThat(periods.complete(actor, period, null))
                .isInstanceOf(InterventionPeriods.Completion.Completed.class));
    }

    private static FoodItem item(String food, String grams) {
        return new FoodItem(food, new BigDecimal(grams), null, null, null, null, null, null, null);
    }
}
