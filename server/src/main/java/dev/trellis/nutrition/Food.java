package dev.trellis.nutrition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A food of the table, with what 100 g of its edible part hold (domain 03.2).
 *
 * @param state raw, cooked, dry or ready: how the grams are meant
 * @param fibreG absent where the source does not tell
 * @param dietClass the strictest diet that may eat it
 * @param allergens categories, no substitute for the label
 * @param portionMinG the smallest sensible portion; portions grow in steps of {@code portionStepG} to {@code portionMaxG}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Food(
        String foodId,
        String name,
        String category,
        String state,
        BigDecimal kcal,
        BigDecimal proteinG,
        BigDecimal carbsG,
        BigDecimal fatG,
        @Nullable BigDecimal fibreG,
        String dietClass,
        List<String> allergens,
        boolean containsPork,
        int portionMinG,
        int portionMaxG,
        int portionStepG,
        String source) {}
