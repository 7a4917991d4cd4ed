package dev.trellis.nutrition.web;

import dev.trellis.nutrition.EatenFood;
import dev.trellis.nutrition.FoodCorrection;
import dev.trellis.nutrition.FoodEntry;
import dev.trellis.nutrition.FoodItem;
import dev.trellis.nutrition.MealType;
import dev.trellis.nutrition.NewFoodEntry;
import dev.trellis.platform.Actor;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.PageContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was eaten as a form: foods by name and grams, something by its label, and a correction of what was kept. */
@ApplicationScoped
class FoodForm {
    private static final int FIRST_ROWS = 3;
    private static final int MORE_ROWS = 3;
    private static final int MOST_ROWS = 24;
    private static final BigDecimal LEAST_GRAMS = new BigDecimal("0.1");
    private static final BigDecimal MOST_GRAMS = new BigDecimal("5000");
    private static final BigDecimal MOST_KCAL = new BigDecimal("10000");
    private static final BigDecimal MOST_NUTRIENT = new BigDecimal("2000");
    private static final int NUTRIENT_DECIMALS = 2;
    private static final List<String> LABEL = List.of("label_name", "quantity", "calories", "protein", "carbs", "fat");

    private final FoodWords words;

    FoodForm(FoodWords words) {
        this.words = words;
    }

    /** How many foods can be written down; some more when that is what was asked for. */
    static int rows(Form form) {
        var told = form.number("rows");
        int rows = told == null ? FIRST_ROWS : Math.clamp(told, FIRST_ROWS, MOST_ROWS);
        return asksForMore(form) ? Math.min(MOST_ROWS, rows + MORE_ROWS) : rows;
    }

    static boolean asksForMore(Form form) {
        return form.has("more");
    }

    /** What the API would be sent. */
    NewFoodEntry read(Actor actor, Form form, PageContext page, boolean numbers) {
        var items = new ArrayList<FoodItem>();
        for (var row = 0; row < rows(form); row++) {
            add(actor, form, row, items);
        }
        if (numbers && LABEL.stream().anyMatch(form::has)) {
            items.add(label(form));
        }
        asksForSomething(form, items);
        return new NewFoodEntry(
                page.moment(form, null, null), form.choice("meal", MealType.class), items, form.optionalText("notes"));
    }

    /** With what an entry says filled in. */
    static Form of(FoodEntry entry, PageContext page) {
        var form = Form.empty()
                .with("meal", entry.mealType())
                .with("day", entry.day())
                .with("time", page.time(entry.timestamp()))
                .with("notes", entry.notes());
        for (var i = 0; i < entry.foods().size(); i++) {
            var food = entry.foods().get(i);
            form.with(
                    food.foodId() == null ? "keep_" + i : "was_" + i,
                    food.foodId() == null ? "yes" : plain(food.grams()));
        }
        return form;
    }

    /**
     * What the API would be sent to correct an entry: the grams of its foods anew, none to leave one out; what came by its
     * label only kept or left out; and one more food.
     */
    FoodCorrection correct(Actor actor, Form form, PageContext page, FoodEntry before) {
        var kept = FoodCorrection.of(before).foods();
        var items = new ArrayList<FoodItem>();
        for (var i = 0; i < kept.size(); i++) {
            var food = before.foods().get(i);
            if (!form.value("of_" + i).equals(key(food))) {
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "This entry was changed meanwhile. Reload the page to see it as it is.");
            }
            if (food.foodId() == null) {
                if (form.isTicked("keep_" + i)) {
                    items.add(kept.get(i));
                }
            } else {
                var grams = grams(form, "was_" + i);
                if (grams != null) {
                    items.add(
                            grams.compareTo(Objects.requireNonNull(food.grams())) == 0
                                    ? kept.get(i)
                                    : FoodItem.of(food.foodId(), grams));
                }
            }
        }
        add(actor, form, 0, items);
        asksForSomething(form, items);
        var timestamp = page.moment(form, before.day(), before.timestamp());
        return new FoodCorrection(
                timestamp == null ? before.timestamp() : timestamp,
                form.choice("meal", MealType.class),
                items,
                form.optionalText("notes"),
                form.optionalText("reason"));
    }

    /** By which a line of a form is known to be of this food. */
    static String key(EatenFood food) {
        return food.foodId() == null ? food.name() : food.foodId();
    }

    private void add(Actor actor, Form form, int row, List<FoodItem> items) {
        var field = "food_" + row;
        var amount = "grams_" + row;
        var grams = grams(form, amount);
        if (form.optionalText(field) == null) {
            if (grams != null) {
                form.refuse(field, "Which food?");
            }
            return;
        }
        var food = words.read(actor, form, field);
        if (grams == null) {
            form.refuse(amount, "How many grams?");
        } else {
            food.ifPresent(its -> items.add(FoodItem.of(its.foodId(), grams)));
        }
    }

    private static @Nullable BigDecimal grams(Form form, String field) {
        var grams = form.decimal(field);
        if (grams == null || grams.signum() == 0) {
            return null;
        }
        if (grams.compareTo(LEAST_GRAMS) < 0
                || grams.compareTo(MOST_GRAMS) > 0
                || grams.stripTrailingZeros().scale() > 1) {
            form.refuse(field, "Write the grams, from " + LEAST_GRAMS + " to " + MOST_GRAMS + ".");
            return null;
        }
        return grams;
    }

    private static FoodItem label(Form form) {
        if (form.optionalText("label_name") == null) {
            form.refuse("label_name", "What was it?");
        }
        return new FoodItem(
                null,
                null,
                form.optionalText("quantity"),
                form.optionalText("label_name"),
                nutrient(form, "calories", MOST_KCAL),
                nutrient(form, "protein", MOST_NUTRIENT),
                nutrient(form, "carbs", MOST_NUTRIENT),
                nutrient(form, "fat", MOST_NUTRIENT),
                null);
    }

    private static @Nullable BigDecimal nutrient(Form form, String field, BigDecimal most) {
        var amount = form.decimal(field);
        if (amount == null
                || amount.signum() < 0
                || amount.compareTo(most) > 0
                || amount.stripTrailingZeros().scale() > NUTRIENT_DECIMALS) {
            form.refuse(field, "Write a number from 0 to " + most + ".");
            return null;
        }
        return amount;
    }

    private static void asksForSomething(Form form, List<FoodItem> items) {
        if (items.isEmpty() && !form.isRefused()) {
            form.refuse("foods", "Write down at least one food, and how much of it.");
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
