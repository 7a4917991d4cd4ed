package dev.trellis.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.MealItem;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.menu.Meal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code GET /calendar/full} answers; every entry is kept in this shape. */
public record FullCalendar(LocalDate from, LocalDate to, List<Entry> events) {
    /**
     * An entry, as it is now.
     *
     * @param session  in sessions only
     * @param meal     in meals only
     * @param revision counts every change and every taking back
     * @param changes  the overrides and plan changes that made it what it is, the latest last
     * @param planned  null where it is as planned
     */
    public record Entry(
            UUID id,
            UUID programId,
            UUID itemId,
            CalendarEvent.Kind kind,
            LocalDate date,
            @Nullable LocalTime startTime,
            String title,
            CalendarEvent.Status status,
            int revision,
            List<UUID> changes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SessionDetail session,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ShownMeal meal,

            @Nullable Planned planned) {}

    /** What the program had planned. */
    public record Planned(
            LocalDate date,
            @Nullable LocalTime startTime,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SessionDetail session,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ShownMeal meal) {}

    /** A meal as its person sees it; without kcal and g where numbers are not to be shown. */
    public record ShownMeal(
            Meal meal,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double kcal,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double protein,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double carbs,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double fat,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double fibre,

            List<ShownItem> items,
            @Nullable String note) {
        static ShownMeal of(MealDetail meal, boolean numbersHidden) {
            return numbersHidden
                    ? new ShownMeal(
                            meal.meal(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            meal.items().stream().map(ShownItem::withoutNumbers).toList(),
                            meal.note())
                    : new ShownMeal(
                            meal.meal(),
                            meal.kcal(),
                            meal.protein(),
                            meal.carbs(),
                            meal.fat(),
                            meal.fibre(),
                            meal.items().stream().map(ShownItem::of).toList(),
                            meal.note());
        }
    }

    /** So many grams of a food; without kcal where numbers are not to be shown. */
    public record ShownItem(
            String foodId,
            String name,
            int grams,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double kcal) {
        private static ShownItem of(MealItem item) {
            return new ShownItem(item.foodId(), item.name(), item.grams(), item.kcal());
        }

        private static ShownItem withoutNumbers(MealItem item) {
            return new ShownItem(item.foodId(), item.name(), item.grams(), null);
        }
    }
}
