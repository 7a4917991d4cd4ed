package dev.trellis.adaptation;

import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.MealItem;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.menu.DayMenu;
import dev.trellis.programs.menu.Food;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.menu.Meal;
import dev.trellis.programs.menu.MenuItem;
import dev.trellis.programs.menu.MenuTargets;
import dev.trellis.programs.menu.Nutrients;
import dev.trellis.programs.menu.Portion;
import dev.trellis.programs.menu.PortionSolver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives the meals of a day other portions of the same foods (domain 03.4); what was eaten already stays as it was. */
final class MealPortions {
    private final Foods foods;
    private final PortionSolver solver;
    private final Map<Asked, DayMenu> solved = new HashMap<>();

    MealPortions(Foods foods, PortionSolver solver) {
        this.foods = foods;
        this.solver = solver;
    }

    private record Asked(List<MenuItem> items, MenuTargets targets) {}

    /** A day's meals in other portions. */
    record Portioned(List<CalendarEvent> meals, DayMenu menu) {
        boolean isReached() {
            return menu.quality() != DayMenu.Quality.NOT_REACHED;
        }
    }

    /**
     * The meals of one day; nothing when one of them is not known any more.
     *
     * @param eaten ids of planned meals whose portions must stay
     */
    Optional<Portioned> portioned(List<CalendarEvent> meals, MenuTargets targets, Set<UUID> eaten) {
        var items = new ArrayList<MenuItem>();
        var origins = new ArrayList<CalendarEvent>();
        for (var event : meals) {
            for (var item : event.meal().items()) {
                var food = foods.all().stream()
                        .filter(one -> one.id().equals(item.foodId()))
                        .findFirst();
                if (food.isEmpty()) {
                    return Optional.empty();
                }
                items.add(new MenuItem(
                        event.meal().meal(),
                        eaten.contains(event.itemId()) ? fixed(food.get(), item.grams()) : food.get()));
                origins.add(event);
            }
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var menu = solved.computeIfAbsent(
                new Asked(List.copyOf(items), targets), asked -> solver.solve(asked.items(), asked.targets()));
        var changed = new ArrayList<CalendarEvent>();
        for (var event : meals) {
            var portions = new ArrayList<Portion>();
            for (var i = 0; i < origins.size(); i++) {
                if (origins.get(i).equals(event)) {
                    portions.add(menu.portions().get(i));
                }
            }
            changed.add(event.with(detail(event.meal().meal(), portions)));
        }
        return Optional.of(new Portioned(changed, menu));
    }

    static MealDetail detail(Meal meal, List<Portion> portions) {
        var sum = portions.stream().map(Portion::nutrients).reduce(Nutrients.NONE, Nutrients::plus);
        return new MealDetail(
                meal,
                tenth(sum.kcal()),
                tenth(sum.protein()),
                tenth(sum.carbohydrate()),
                tenth(sum.fat()),
                tenth(sum.fibre()),
                portions.stream()
                        .map(portion -> new MealItem(
                                portion.food().id(),
                                portion.food().name(),
                                portion.grams(),
                                tenth(portion.nutrients().kcal())))
                        .toList(),
                null);
    }

    /** Of which exactly so much was eaten. */
    private static Food fixed(Food food, int grams) {
        return new Food(
                food.id(),
                food.name(),
                food.category(),
                food.state(),
                food.per100Grams(),
                food.fibreReported(),
                food.dietClass(),
                food.allergens(),
                food.containsPork(),
                grams,
                grams,
                grams,
                food.meals());
    }

    private static double tenth(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
