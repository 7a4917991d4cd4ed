package dev.trellis.adaptation.matching;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meal as it was planned or as it was eaten.
 *
 * @param kind    such as breakfast, in the words of the plan
 * @param protein g, as carbohydrate and fat
 */
public record EatenMeal(
        UUID id,
        LocalDate day,
        @Nullable LocalTime time,
        String kind,
        double kcal,
        double protein,
        double carbohydrate,
        double fat,
        List<Item> items) {
    public EatenMeal {
        items = List.copyOf(items);
    }

    /** A food, with the category by which a similar one is recognised. */
    public record Item(String food, String category) {}
}
