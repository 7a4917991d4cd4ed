package dev.trellis.nutrition.web;

import dev.trellis.nutrition.Food;
import dev.trellis.nutrition.Foods;
import dev.trellis.platform.Actor;
import dev.trellis.platform.web.pages.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody calls a food, and which one of the table that is. */
@ApplicationScoped
class FoodWords {
    private static final int MOST_FOODS = 1000;
    private static final int NAMED = 6;

    private final Foods foods;

    FoodWords(Foods foods) {
        this.foods = foods;
    }

    /** Every name, for a browser to offer while somebody types. */
    List<String> names(Actor actor) {
        return foods.search(actor, "", MOST_FOODS).stream().map(Food::name).toList();
    }

    /** The one food that is meant by what was typed into a field; otherwise what is wrong is noted beside it. */
    Optional<Food> read(Actor actor, Form form, String field) {
        var typed = form.text(field);
        var found = typed.length() > Foods.LONGEST_QUERY ? List.<Food>of() : foods.search(actor, typed, NAMED);
        var meant = found.size() == 1
                ? Optional.of(found.getFirst())
                : found.stream()
                        .filter(food -> food.name().equalsIgnoreCase(typed))
                        .findFirst();
        if (meant.isEmpty()) {
            form.refuse(
                    field,
                    found.isEmpty()
                            ? "There is no food like this in the table. Try another word."
                            : "Which one? " + found.stream().map(Food::name).collect(Collectors.joining("; ")) + ".");
        }
        return meant;
    }
}
