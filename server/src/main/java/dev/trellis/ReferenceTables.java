package dev.trellis;

import dev.trellis.interventions.CuratedCatalogue;
import dev.trellis.nutrition.ShippedFoods;
import dev.trellis.programs.ShippedExercises;
import org.flywaydb.core.api.migration.JavaMigration;

/** The tables that ship with the server; start-up loads each into the database when its file has changed. */
public final class ReferenceTables {
    private ReferenceTables() {}

    /** One repeatable migration a table. */
    public static JavaMigration[] all() {
        return new JavaMigration[] {new CuratedCatalogue(), new ShippedFoods(), new ShippedExercises()};
    }
}
