package dev.trellis.adaptation.web;

import dev.trellis.nutrition.FoodItem;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.programs.CalendarDetail.MealDetail;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meal as somebody typed it in.
 *
 * @param items what was eaten of the planned foods, and one more
 */
record MealForm(
        @Nullable LocalTime at,
        @Size(min = 1, message = "Write the grams of at least one food.") List<FoodItem> items) {
    static MealForm read(Form form, MealDetail planned) {
        var items = new ArrayList<FoodItem>();
        for (var i = 0; i < planned.items().size(); i++) {
            add(items, planned.items().get(i).foodId(), form.decimal("grams_" + i));
        }
        var more = form.optionalText("more_food");
        if (more != null) {
            add(items, more, form.decimal("more_grams"));
        }
        return new MealForm(form.time("at"), List.copyOf(items));
    }

    private static void add(List<FoodItem> items, String foodId, @Nullable BigDecimal grams) {
        if (grams != null && grams.signum() > 0) {
            items.add(FoodItem.of(foodId, grams));
        }
    }
}
