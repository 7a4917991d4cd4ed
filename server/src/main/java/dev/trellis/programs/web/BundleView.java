package dev.trellis.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.MealItem;
import dev.trellis.programs.ProgramBundle;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program as it was just made: all sessions, and the days of menus that repeat over its weeks.
 *
 * @param stored false in a preview
 */
public record BundleView(
        boolean stored, ProgramView program, List<ProgramBundle.Session> sessions, List<MenuMeal> menu) {
    /** A meal of the menus; kcal and g are absent where numbers are not to be shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MenuMeal(
            LocalDate date,
            LocalTime startTime,
            String title,
            @Nullable Double kcal,
            @Nullable Double protein,
            @Nullable Double carbs,
            @Nullable Double fat,
            @Nullable Double fibre,
            List<MenuItem> items) {}

    /** So many grams of a food. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MenuItem(
            String foodId, String name, int grams, @Nullable Double kcal) {}

    static BundleView of(@Nullable UUID id, ProgramBundle bundle) {
        var inputs = bundle.inputs();
        var repeatsOn = inputs.startDate().plusDays(inputs.request().menuDays());
        boolean numbers = bundle.nutrition().showNumbers();
        return new BundleView(
                id != null,
                ProgramView.of(id, bundle),
                bundle.sessions(),
                bundle.meals().stream()
                        .filter(meal -> meal.date().isBefore(repeatsOn))
                        .map(meal -> meal(meal, numbers))
                        .toList());
    }

    private static MenuMeal meal(ProgramBundle.Meal planned, boolean numbers) {
        MealDetail meal = planned.meal();
        return new MenuMeal(
                planned.date(),
                planned.startTime(),
                planned.title(),
                shown(meal.kcal(), numbers),
                shown(meal.protein(), numbers),
                shown(meal.carbs(), numbers),
                shown(meal.fat(), numbers),
                shown(meal.fibre(), numbers),
                meal.items().stream().map(item -> item(item, numbers)).toList());
    }

    private static MenuItem item(MealItem item, boolean numbers) {
        return new MenuItem(item.foodId(), item.name(), item.grams(), shown(item.kcal(), numbers));
    }

    private static @Nullable Double shown(double number, boolean numbers) {
        return numbers ? (Double) number : null;
    }
}
