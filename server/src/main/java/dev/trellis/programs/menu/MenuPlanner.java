package dev.trellis.programs.menu;

import dev.trellis.programs.menu.DayTemplate.Place;
import dev.trellis.programs.menu.MenuNote.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes menus (domain 03.3): foods by rules, variety and liking, then grams; where a day cannot reach its targets, the
 * food in the way is exchanged, up to five times. The seed decides between foods that are equally good, so that not
 * everybody eats the same; the same person and seed get the same menus.
 */
public final class MenuPlanner {
    private static final double GOOD_ENOUGH = 0.25;
    private static final int MOST_SWAPS = 5;
    private static final int CONFLICTS_TRIED = 3;
    private static final int FOODS_TRIED = 8;
    private static final int LIKED = 2;

    private final List<Food> eaten;
    private final Diner diner;
    private final MenuTargets targets;
    private final PortionSolver solver;
    private final long seed;
    private final WeekRecord record = new WeekRecord();
    private final Set<MenuNote> notes = new LinkedHashSet<>();

    private MenuPlanner(List<Food> eaten, Diner diner, MenuTargets targets, PortionSolver solver, long seed) {
        this.eaten = eaten;
        this.diner = diner;
        this.targets = targets;
        this.solver = solver;
        this.seed = seed;
    }

    /** Menus for so many days. */
    public static MenuPlan plan(
            Foods foods, Diner diner, MenuTargets targets, int days, PortionSolver solver, long seed) {
        var eaten = foods.all().stream().filter(diner::eats).toList();
        return new MenuPlanner(eaten, diner, targets, solver, seed).plan(days);
    }

    private MenuPlan plan(int days) {
        var menus = new ArrayList<DayMenu>();
        for (var day = 0; day < days; day++) {
            var places = new ArrayList<Place>();
            var items = new ArrayList<MenuItem>();
            for (var place : DayTemplate.of(day, targets, hasFish(), hasLegumes())) {
                fill(place, places, items);
            }
            exchangeConflicts(places, items);
            changeRepeatedDinner(places, items);
            record.add(items);
            menus.add(solver.solve(items, targets));
        }
        notes.addAll(record.notes(hasFish(), hasLegumes()));
        return new MenuPlan(menus, List.copyOf(notes));
    }

    private boolean hasFish() {
        return eaten.stream().anyMatch(CourseSlot.FISH::takes);
    }

    private boolean hasLegumes() {
        return eaten.stream().anyMatch(CourseSlot.LEGUME::takes);
    }

    private void fill(Place place, List<Place> places, List<MenuItem> items) {
        var candidates = candidates(place, items);
        if (candidates.isEmpty()) {
            notes.add(new MenuNote(
                    Kind.NO_FOOD_FOR_SLOT,
                    "Nothing you eat fits “%s” at %s.".formatted(words(place.slot()), words(place.meal()))));
            return;
        }
        places.add(place);
        items.add(new MenuItem(place.meal(), candidates.getFirst()));
    }

    /** Best first; foods served often enough only where nothing else is left. */
    private List<Food> candidates(Place place, List<MenuItem> today) {
        var inMeal = new HashSet<String>();
        today.stream()
                .filter(item -> item.meal() == place.meal())
                .forEach(item -> inMeal.add(item.food().id()));
        var possible = eaten.stream()
                .filter(food ->
                        food.meals().contains(place.meal()) && place.slot().takes(food))
                .filter(food -> !inMeal.contains(food.id()))
                .toList();
        var fresh =
                possible.stream().filter(food -> !record.isUsedUp(food, today)).toList();
        return (fresh.isEmpty() ? possible : fresh)
                .stream()
                        .sorted(Comparator.comparingInt((Food food) -> -score(food, today))
                                .thenComparingLong(food -> mixed(seed, food.id()))
                                .thenComparing(Food::id))
                        .toList();
    }

    private int score(Food food, List<MenuItem> today) {
        int score = -record.lately(food, today);
        score += diner.liked().contains(food.id()) ? LIKED : 0;
        score += diner.owned().contains(food.id()) ? 1 : 0;
        return score;
    }

    /** Exchanges what stands in the way most for what helps most, while it helps. */
    private void exchangeConflicts(List<Place> places, List<MenuItem> items) {
        for (var swap = 0; swap < MOST_SWAPS && !items.isEmpty(); swap++) {
            var outlook = solver.outlook(items, targets);
            if (outlook.objective() <= GOOD_ENOUGH && outlook.nearEnough()) {
                break;
            }
            if (outlook.conflicts().stream()
                    .limit(CONFLICTS_TRIED)
                    .noneMatch(item -> exchange(item, places.get(item), items, outlook.objective(), Set.of()))) {
                break;
            }
        }
    }

    /** Takes the food that brings the day nearest, if that is nearer than before; never one of the last dinners again. */
    private boolean exchange(int index, Place place, List<MenuItem> items, double objective, Set<Food> unwanted) {
        var before = items.get(index);
        var best = before;
        double nearest = objective;
        var others = new ArrayList<>(items);
        others.remove(index);
        for (var food : candidates(place, others).stream().limit(FOODS_TRIED).toList()) {
            items.set(index, new MenuItem(place.meal(), food));
            if (unwanted.contains(food) || isDinnerAgain(items)) {
                continue;
            }
            double changed = solver.outlook(items, targets).objective();
            if (changed < nearest - 1e-9) {
                nearest = changed;
                best = items.get(index);
            }
        }
        items.set(index, best);
        return !best.equals(before);
    }

    private void changeRepeatedDinner(List<Place> places, List<MenuItem> items) {
        for (var i = 0; i < items.size() && isDinnerAgain(items); i++) {
            if (items.get(i).meal() == Meal.DINNER) {
                exchange(
                        i,
                        places.get(i),
                        items,
                        Double.MAX_VALUE,
                        Set.of(items.get(i).food()));
            }
        }
        if (isDinnerAgain(items)) {
            notes.add(
                    new MenuNote(Kind.DINNER_AGAIN, "A dinner comes again within four days: too few foods are left."));
        }
    }

    private boolean isDinnerAgain(List<MenuItem> items) {
        return items.stream().anyMatch(item -> item.meal() == Meal.DINNER) && record.isDinnerAgain(items);
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A number that depends on every letter of the id and every bit of the seed (Stafford's mix 13). */
    private static long mixed(long seed, String id) {
        long bits = seed;
        for (var i = 0; i < id.length(); i++) {
            bits = (bits ^ id.charAt(i)) * 0x9e3779b97f4a7c15L;
            bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
            bits ^= bits >>> 31;
        }
        return bits;
    }
}
