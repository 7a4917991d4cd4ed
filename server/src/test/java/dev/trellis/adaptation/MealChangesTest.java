package dev.trellis.adaptation;

import static dev.trellis.adaptation.PlannedPerson.MONDAY;
import static dev.trellis.adaptation.PlannedPerson.TUESDAY;
import static dev.trellis.adaptation.PlannedPerson.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.menu.Foods;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changing meals by hand: other foods, another day, none of it below what has to be eaten. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MealChangesTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Calendar calendar;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aFoodIsExchangedButNeverForAnAllergen() {
        var ana = PlannedPerson.of(
                given,
                "UTC",
                Consulting.usual().with("food", "allergies", List.of("milk", "nuts")),
                database,
                calendar);
        var meal = ana.meal(WEDNESDAY, "dinner");
        var old = meal.meal().items().getFirst();

        var allergen = ana.change(Map.of(
                "kind", "replace_food", "item_id", meal.itemId(), "food_id", old.foodId(), "new_food_id", "milk_1pct"));
        var other = meal.meal().items().stream().noneMatch(item -> item.foodId().equals("potato_boiled"))
                ? "potato_boiled"
                : "quinoa_cooked";
        var made = ana.change(Map.of(
                "kind",
                "replace_food",
                "item_id",
                meal.itemId(),
                "food_id",
                meal.meal().items().getLast().foodId(),
                "new_food_id",
                other));

        assertThat(allergen.problem()).as(allergen.text()).isEqualTo("change-refused");
        assertThat(allergen.text("/detail")).contains("allergy");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var now = ana.entry(meal.itemId()).meal();
        assertThat(now.items().getLast().foodId()).isEqualTo(other);
        assertThat(now.kcal())
                .isCloseTo(now.items().stream().mapToDouble(item -> item.kcal()).sum(), Offset.offset(1.0));
        assertThat(ana.undo(made).status()).isEqualTo(200);
        assertThat(ana.entry(meal.itemId()).detail()).isEqualTo(meal.detail());
    }

    @Test
    void mealsAreLeftOutOnlyAsFarAsTheFloorAllows() {
        var ana = person();
        var answers = ana.on(WEDNESDAY).stream()
                .filter(entry -> entry.kind() == CalendarEvent.Kind.MEAL)
                .map(meal -> ana.change(Map.of("kind", "skip", "item_id", meal.itemId())))
                .toList();
        assertThat(answers).anyMatch(answer -> answer.status() == 201);
        var refused = answers.stream()
                .filter(answer -> answer.status() != 201)
                .findFirst()
                .orElseThrow();

        assertThat(refused.problem()).as(refused.text()).isEqualTo("change-refused");
        assertThat(refused.text("/detail")).contains("kcal");
        assertThat(ana.on(WEDNESDAY).stream()
                        .filter(entry -> entry.kind() == CalendarEvent.Kind.MEAL
                                && entry.status() == CalendarEvent.Status.PLANNED)
                        .map(CalendarEvent::meal)
                        .mapToDouble(MealDetail::kcal)
                        .sum())
                .isGreaterThanOrEqualTo(1200);
    }

    @Test
    void aMealGoesToAnotherDayAndThatDaysMealComesInItsPlace() {
        var ana = person();
        var wednesday = ana.meal(WEDNESDAY, "lunch");
        var thursday = ana.meal(WEDNESDAY.plusDays(1), "lunch");
        double week = kcal(ana, WEDNESDAY) + kcal(ana, WEDNESDAY.plusDays(1));

        var made = ana.change(
                Map.of("kind", "move", "item_id", wednesday.itemId(), "to_date", "2026-11-19", "to_time", "14:00"));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.body().path("differences")).hasSize(2);
        assertThat(ana.entry(wednesday.itemId()).date()).isEqualTo(thursday.date());
        assertThat(ana.entry(wednesday.itemId()).startTime()).isEqualTo(LocalTime.of(14, 0));
        assertThat(ana.entry(thursday.itemId()).date()).isEqualTo(WEDNESDAY);
        assertThat(ana.entry(thursday.itemId()).startTime()).isEqualTo(wednesday.startTime());
        assertThat(ana.entry(wednesday.itemId()).meal()).isEqualTo(wednesday.meal());
        assertThat(kcal(ana, WEDNESDAY) + kcal(ana, WEDNESDAY.plusDays(1))).isCloseTo(week, Offset.offset(1e-6));
        at("2026-11-19T15:00:00Z");
        var eaten = ana.eats(ana.entry(wednesday.itemId()), "2026-11-19T14:00:00Z");
        assertThat(eaten.text("/planned_meal_instance_id"))
                .as(eaten.text())
                .isEqualTo(wednesday.itemId().toString());
    }

    @Test
    void twoMealsOfAKindChangeDaysAndTakingThatBackReturnsBoth() {
        var ana = person();
        var one = ana.meal(WEDNESDAY, "dinner");
        var other = ana.meal(WEDNESDAY.plusDays(2), "dinner");

        var made = ana.change(Map.of("kind", "swap", "item_id", one.itemId(), "with_item_id", other.itemId()));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(ana.entry(one.itemId()).date()).isEqualTo(other.date());
        assertThat(ana.undo(made).status()).isEqualTo(200);
        assertThat(ana.entry(one.itemId()).date()).isEqualTo(WEDNESDAY);
        assertThat(ana.entry(other.itemId()).date()).isEqualTo(other.date());
    }

    @Test
    void mealsOfOtherKindsAndOtherWeeksStayWhereTheyAre() {
        var ana = person();
        var lunch = ana.meal(WEDNESDAY, "lunch");
        var dinner = ana.meal(WEDNESDAY.plusDays(1), "dinner");
        var off = ana.meal(WEDNESDAY.plusDays(2), "snack");

        var unlike = ana.change(Map.of("kind", "swap", "item_id", lunch.itemId(), "with_item_id", dinner.itemId()));
        var far = ana.change(Map.of("kind", "move", "item_id", lunch.itemId(), "to_date", MONDAY.toString()));
        ana.change(Map.of("kind", "skip", "item_id", off.itemId()));
        var alone = ana.change(Map.of(
                "kind",
                "move",
                "item_id",
                ana.meal(WEDNESDAY, "snack").itemId(),
                "to_date",
                off.date().toString()));

        assertThat(unlike.text("/errors/0/pointer")).as(unlike.text()).isEqualTo("/with_item_id");
        assertThat(far.problem()).isEqualTo("change-refused");
        assertThat(far.text("/detail")).contains("within a week").contains("Sunday 22 November");
        assertThat(alone.problem()).isEqualTo("change-refused");
        assertThat(alone.text("/detail")).contains("no snack");
        assertThat(ana.entry(lunch.itemId())).isEqualTo(lunch);
    }

    @Test
    void noDayIsLeftWithTooLittleByAnotherDaysMeal() {
        var ana = person();
        var dinner = ana.meal(WEDNESDAY, "dinner");
        var other = ana.meal(TUESDAY, "dinner");
        for (var item : other.meal().items()) {
            // As little of everything as a portion may have.
            ana.change(Map.of(
                    "kind",
                    "replace_food",
                    "item_id",
                    other.itemId(),
                    "food_id",
                    item.foodId(),
                    "new_food_id",
                    item.foodId(),
                    "grams",
                    least(item.foodId())));
        }
        for (var kind : List.of("breakfast", "lunch", "snack")) {
            ana.change(
                    Map.of("kind", "skip", "item_id", ana.meal(WEDNESDAY, kind).itemId()));
        }
        double left = kcal(ana, WEDNESDAY);
        double less = ana.entry(other.itemId()).meal().kcal()
                - ana.entry(dinner.itemId()).meal().kcal();
        assertThat(less).as("Tuesday's dinner became the smaller one").isNegative();

        var refused = ana.change(Map.of("kind", "move", "item_id", dinner.itemId(), "to_date", TUESDAY.toString()));

        assertThat(refused.problem())
                .as(left + " " + less + " " + refused.text())
                .isEqualTo("change-refused");
        assertThat(refused.text("/detail")).contains("Wednesday 18 November");
        assertThat(ana.entry(dinner.itemId()).date()).isEqualTo(WEDNESDAY);
    }

    private static int least(String foodId) {
        return Foods.shipped().find(foodId).orElseThrow().minGrams();
    }

    private static double kcal(PlannedPerson person, LocalDate day) {
        return person.on(day).stream()
                .filter(entry ->
                        entry.kind() == CalendarEvent.Kind.MEAL && entry.status() == CalendarEvent.Status.PLANNED)
                .map(CalendarEvent::meal)
                .mapToDouble(MealDetail::kcal)
                .sum();
    }

    private PlannedPerson person() {
        return PlannedPerson.of(given, "UTC", Consulting.usual(), database, calendar);
    }

    private void at(String moment) {
        clock.set(Instant.parse(moment));
    }
}
