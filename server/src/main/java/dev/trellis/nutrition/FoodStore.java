package dev.trellis.nutrition;

import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The table of foods. */
@ApplicationScoped
class FoodStore {
    /**
     * Each word is looked for by its stem and as it is, since the beginning of a word has no stem worth the name.
     *
     * @param words a query of word beginnings, such as {@code brown:* & ri:*}
     * @param start what somebody typed; names that begin with it come first
     */
    List<Food> search(Handle tx, String words, String start, int most) {
        return tx.createQuery("""
                        select food_id, name, category, state, kcal, protein_g, carbs_g, fat_g, fibre_g, diet_class,
                               allergens, contains_pork, portion_min_g, portion_max_g, portion_step_g, source
                          from foods, (select to_tsquery('english', :words) || to_tsquery('simple', :words)) as q (query)
                         where words @@ query and not retired
                         order by starts_with(lower(name), lower(:start)) desc, ts_rank(words, query) desc,
                                  length(name), food_id
                         limit :most
                        """)
                .bind("words", words)
                .bind("start", start)
                .bind("most", most)
                .mapTo(Food.class)
                .list();
    }

    List<Food> all(Handle tx, int most) {
        return tx.createQuery("""
                        select food_id, name, category, state, kcal, protein_g, carbs_g, fat_g, fibre_g, diet_class,
                               allergens, contains_pork, portion_min_g, portion_max_g, portion_step_g, source
                          from foods
                         where not retired
                         order by name, food_id
                         limit :most
                        """).bind("most", most).mapTo(Food.class).list();
    }

    Supplier<List<Food>> find(Handle tx, Collection<String> foodIds) {
        return Together.read(
                tx.createQuery("""
                        select food_id, name, category, state, kcal, protein_g, carbs_g, fat_g, fibre_g, diet_class,
                               allergens, contains_pork, portion_min_g, portion_max_g, portion_step_g, source
                          from foods
                         where food_id = any (:ids) and not retired
                        """).bindArray("ids", String.class, foodIds),
                rows -> rows.mapTo(Food.class).list());
    }

    /** Also of those that are no longer offered. */
    Map<String, String> categories(Handle tx) {
        return tx.createQuery("select food_id, category from foods")
                .setMapKeyColumn("food_id")
                .setMapValueColumn("category")
                .collectInto(new GenericType<Map<String, String>>() {});
    }
}
