package dev.trellis.programs.menu;

import dev.trellis.programs.menu.Food.Category;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the days so far have served, for variety (domain 03.3). */
final class WeekRecord {
    private static final int DAYS = 7;
    private static final int PROTEIN_FOOD_MOST = 3;
    private static final int RED_MEAT_MOST = 3;
    private static final int LATELY_DAYS = 3;
    private static final int DINNER_AGAIN_AFTER = 4;
    private static final int PLANTS_WANTED = 10;
    private static final Set<Category> PROTEIN_FOODS = EnumSet.of(
            Category.MEAT_POULTRY,
            Category.MEAT_RED,
            Category.FISH,
            Category.SHELLFISH,
            Category.EGGS,
            Category.SOY,
            Category.PLANT_PROTEIN);

    private final List<List<MenuItem>> days = new ArrayList<>();

    void add(List<MenuItem> day) {
        days.add(List.copyOf(day));
    }

    /** Times in the last three days, the one being made included. */
    int lately(Food food, List<MenuItem> today) {
        return uses(food, today, LATELY_DAYS - 1);
    }

    /** Whether once more would be too often in seven days. */
    boolean isUsedUp(Food food, List<MenuItem> today) {
        if (PROTEIN_FOODS.contains(food.category()) && uses(food, today, DAYS - 1) >= PROTEIN_FOOD_MOST) {
            return true;
        }
        return food.category() == Category.MEAT_RED && redMeat(today) >= RED_MEAT_MOST;
    }

    /** Whether the same dinner was served less than four days ago. */
    boolean isDinnerAgain(List<MenuItem> today) {
        var dinner = dinner(today);
        return recent(DINNER_AGAIN_AFTER - 1).anyMatch(day -> dinner(day).equals(dinner));
    }

    /** What a whole week lacks in variety. */
    List<MenuNote> notes(boolean eatsFish, boolean eatsLegumes) {
        var notes = new ArrayList<MenuNote>();
        for (var from = 0; from + DAYS <= days.size(); from += DAYS) {
            notes.addAll(notesOfWeek(days.subList(from, from + DAYS), from / DAYS + 1, eatsFish, eatsLegumes));
        }
        return notes;
    }

    private static List<MenuNote> notesOfWeek(
            List<List<MenuItem>> week, int number, boolean eatsFish, boolean eatsLegumes) {
        var foods = week.stream().flatMap(List::stream).map(MenuItem::food).toList();
        var notes = new ArrayList<MenuNote>();
        foods.stream()
                .filter(food -> PROTEIN_FOODS.contains(food.category()))
                .collect(Collectors.groupingBy(Food::name, TreeMap::new, Collectors.counting()))
                .forEach((name, times) -> {
                    if (times > PROTEIN_FOOD_MOST) {
                        notes.add(note(MenuNote.Kind.PROTEIN_FOOD_OFTEN, number, name + " " + times + " times"));
                    }
                });
        if (count(foods, EnumSet.of(Category.MEAT_RED)) > RED_MEAT_MOST) {
            notes.add(note(MenuNote.Kind.RED_MEAT_OFTEN, number, "red meat more than three times"));
        }
        if (eatsFish && count(foods, EnumSet.of(Category.FISH, Category.SHELLFISH)) == 0) {
            notes.add(note(MenuNote.Kind.FISH_SELDOM, number, "no fish"));
        }
        if (eatsLegumes && count(foods, EnumSet.of(Category.LEGUME)) < 2) {
            notes.add(note(MenuNote.Kind.LEGUMES_SELDOM, number, "legumes less than twice"));
        }
        long plants =
                foods.stream().filter(Food::isPlant).map(Food::id).distinct().count();
        if (plants < PLANTS_WANTED) {
            notes.add(note(MenuNote.Kind.FEW_PLANTS, number, plants + " different plants of at least ten"));
        }
        return notes;
    }

    private static MenuNote note(MenuNote.Kind kind, int week, String what) {
        return new MenuNote(kind, "Week " + week + ": " + what + ".");
    }

    private static long count(List<Food> foods, Set<Category> categories) {
        return foods.stream()
                .filter(food -> categories.contains(food.category()))
                .count();
    }

    private int uses(Food food, List<MenuItem> today, int daysBack) {
        return (int) Stream.concat(recent(daysBack).flatMap(List::stream), today.stream())
                .filter(item -> item.food().id().equals(food.id()))
                .count();
    }

    private int redMeat(List<MenuItem> today) {
        return (int) Stream.concat(recent(DAYS - 1).flatMap(List::stream), today.stream())
                .filter(item -> item.food().category() == Category.MEAT_RED)
                .count();
    }

    private Stream<List<MenuItem>> recent(int daysBack) {
        return days.subList(Math.max(0, days.size() - daysBack), days.size()).stream();
    }

    private static Set<String> dinner(List<MenuItem> day) {
        var foods = new HashSet<String>();
        day.stream()
                .filter(item -> item.meal() == Meal.DINNER)
                .forEach(item -> foods.add(item.food().id()));
        return foods;
    }
}
