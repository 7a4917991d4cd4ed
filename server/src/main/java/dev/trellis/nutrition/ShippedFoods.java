package dev.trellis.nutrition;

import dev.trellis.nutrition.FoodsFile.Shipped;
import dev.trellis.platform.postgres.ShippedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Loads the foods that ship with the server, as the owner of the tables and again whenever the file's checksum changes.
 * One that is gone from the file is retired: entries of the past may name it.
 */
public final class ShippedFoods extends ShippedTable<Shipped> {
    /** The foods that ship. */
    public ShippedFoods() {
        this(FoodsFile.text());
    }

    ShippedFoods(String csv) {
        super("shipped foods", csv);
    }

    @Override
    protected Collection<Shipped> read(String csv) {
        return FoodsFile.read(csv);
    }

    @Override
    protected void put(Connection connection, Collection<Shipped> rows) throws SQLException {
        run(
                connection,
                """
                insert into foods
                       (food_id, name, category, state, kcal, protein_g, carbs_g, fat_g, fibre_g, diet_class, allergens,
                        contains_pork, portion_min_g, portion_max_g, portion_step_g, meal_roles, usda_ndb_no, source)
                select id, name, category, state, kcal, protein, carbs, fat, fibre, diet_class,
                       string_to_array(allergens, ';'), pork, least, most, step, string_to_array(meals, ';'), usda, source
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[],
                              ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::bool[], ?::int[], ?::int[], ?::int[],
                              ?::text[], ?::text[], ?::text[])
                       as new (id, name, category, state, kcal, protein, carbs, fat, fibre, diet_class, allergens,
                               pork, least, most, step, meals, usda, source)
                    on conflict (food_id) do update
                   set name = excluded.name, category = excluded.category, state = excluded.state, kcal = excluded.kcal,
                       protein_g = excluded.protein_g, carbs_g = excluded.carbs_g, fat_g = excluded.fat_g,
                       fibre_g = excluded.fibre_g, diet_class = excluded.diet_class, allergens = excluded.allergens,
                       contains_pork = excluded.contains_pork, portion_min_g = excluded.portion_min_g,
                       portion_max_g = excluded.portion_max_g, portion_step_g = excluded.portion_step_g,
                       meal_roles = excluded.meal_roles, usda_ndb_no = excluded.usda_ndb_no, source = excluded.source,
                       retired = false
                """,
                rows,
                List.of(
                        new Column<>("text", Shipped::foodId),
                        new Column<>("text", Shipped::name),
                        new Column<>("text", Shipped::category),
                        new Column<>("text", Shipped::state),
                        new Column<>("numeric", Shipped::kcal),
                        new Column<>("numeric", Shipped::protein),
                        new Column<>("numeric", Shipped::carbs),
                        new Column<>("numeric", Shipped::fat),
                        new Column<>("numeric", Shipped::fibre),
                        new Column<>("text", Shipped::dietClass),
                        new Column<>("text", Shipped::allergens),
                        new Column<>("bool", Shipped::containsPork),
                        new Column<>("int4", Shipped::portionMin),
                        new Column<>("int4", Shipped::portionMax),
                        new Column<>("int4", Shipped::portionStep),
                        new Column<>("text", Shipped::meals),
                        new Column<>("text", Shipped::usdaNumber),
                        new Column<>("text", Shipped::source)));
        run(
                connection,
                "update foods set retired = true where not retired and food_id <> all (?)",
                rows,
                List.of(new Column<>("text", Shipped::foodId)));
    }
}
