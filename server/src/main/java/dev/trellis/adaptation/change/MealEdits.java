package dev.trellis.adaptation.change;

import dev.trellis.adaptation.change.Edit.Changed;
import dev.trellis.adaptation.change.Edit.Invalid;
import dev.trellis.adaptation.change.Edit.Nothing;
import dev.trellis.adaptation.change.Edit.Refused;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.MealItem;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.menu.Food;
import dev.trellis.programs.menu.Nutrients;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of what a meal holds. */
public final class MealEdits {
    private static final int NAMED_CHOICES = 5;

    private MealEdits() {}

    /**
     * One food for another.
     *
     * @param grams null for as much as brings about the same energy
     */
    public static Edit exchange(Plan plan, CalendarEvent entry, String oldId, String newId, @Nullable Integer grams) {
        if (entry.kind() == Kind.SESSION) {
            return new Invalid("/item_id", "A session has no foods.");
        }
        var meal = entry.meal();
        var old = meal.items().stream()
                .filter(item -> item.foodId().equals(oldId))
                .findFirst()
                .orElse(null);
        var before = plan.limits().foods().find(oldId).orElse(null);
        if (old == null || before == null) {
            return new Invalid("/food_id", "This meal has no such food.");
        }
        var wanted = plan.limits().foods().find(newId).orElse(null);
        if (wanted == null) {
            return new Invalid("/new_food_id", "There is no such food.");
        }
        if (!newId.equals(oldId)
                && meal.items().stream().anyMatch(item -> item.foodId().equals(newId))) {
            return new Invalid("/new_food_id", "%s is in this meal already.".formatted(wanted.name()));
        }
        if (grams != null && (grams < wanted.minGrams() || grams > wanted.maxGrams())) {
            return new Invalid(
                    "/grams",
                    "A portion of %s has %d to %d g.".formatted(wanted.name(), wanted.minGrams(), wanted.maxGrams()));
        }
        var late = plan.tooLate(entry).or(() -> DayEdits.calledOff(entry));
        if (late.isPresent()) {
            return late.get();
        }
        var eating = plan.limits().eating();
        if (eating == null || !eating.diner().eats(wanted)) {
            return new Refused(
                    "%s is not for you: your diet or an allergy rules it out.".formatted(wanted.name()),
                    choices(plan, before, meal));
        }
        int weight = grams == null ? sameEnergy(before, old.grams(), wanted) : grams;
        var item = new MealItem(
                newId, wanted.name(), weight, tenths(wanted.of(weight).kcal()));
        if (item.equals(old)) {
            return new Nothing("That is what the meal has already.");
        }
        return plan.within(new Changed(
                List.of(entry.with(exchanged(meal, old, before, item, wanted))),
                List.of(new Difference(
                        entry.title(),
                        "%d g %s".formatted(old.grams(), old.name()),
                        "%d g %s".formatted(weight, wanted.name()))),
                "%s on %s has %d g %s instead of %d g %s."
                        .formatted(
                                entry.title(),
                                Days.words(entry.date()),
                                weight,
                                wanted.name(),
                                old.grams(),
                                old.name())));
    }

    private static int sameEnergy(Food before, int grams, Food wanted) {
        double perStep = wanted.of(wanted.stepGrams()).kcal();
        long steps =
                perStep == 0 ? wanted.leastSteps() : Math.round(before.of(grams).kcal() / perStep);
        return wanted.stepGrams() * (int) Math.clamp(steps, wanted.leastSteps(), wanted.mostSteps());
    }

    private static MealDetail exchanged(MealDetail meal, MealItem old, Food before, MealItem item, Food wanted) {
        var change = wanted.of(item.grams()).plus(before.of(old.grams()).times(-1));
        var sum = new Nutrients(meal.kcal(), meal.protein(), meal.carbs(), meal.fat(), meal.fibre()).plus(change);
        return new MealDetail(
                meal.meal(),
                tenths(sum.kcal()),
                tenths(sum.protein()),
                tenths(sum.carbohydrate()),
                tenths(sum.fat()),
                tenths(sum.fibre()),
                meal.items().stream()
                        .map(known -> known.equals(old) ? item : known)
                        .toList(),
                meal.note());
    }

    private static double tenths(double value) {
        return Math.max(0, Math.round(value * 10) / 10.0);
    }

    private static String choices(Plan plan, Food old, MealDetail meal) {
        var eating = plan.limits().eating();
        var names = plan.limits().foods().all().stream()
                .filter(other -> eating != null && eating.diner().eats(other))
                .filter(other -> other.category() == old.category())
                .filter(other ->
                        meal.items().stream().noneMatch(item -> item.foodId().equals(other.id())))
                .sorted(Comparator.comparing(Food::id))
                .limit(NAMED_CHOICES)
                .map(other -> "%s (%s)".formatted(other.name(), other.id()))
                .toList();
        return names.isEmpty()
                ? "Nothing else of that kind is for you; leave the food as it is."
                : "Possible: " + String.join(", ", names) + ".";
    }
}
