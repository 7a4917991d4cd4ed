package dev.trellis.interventions;

import dev.trellis.interventions.CatalogueFile.Curated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Loads the curated catalogue that ships with the server, as the owner of the tables and again whenever the file's
 * checksum changes. Rows are put in place by their number; what people said about them stays.
 */
public final class CuratedCatalogue implements JavaMigration {
    private static final String FILE = "/catalogue/interventions.csv";

    private final String csv;

    /** The catalogue that ships. */
    public CuratedCatalogue() {
        this(shipped());
    }

    CuratedCatalogue(String csv) {
        this.csv = csv;
    }

    /** None: repeated whenever the checksum changes. */
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "curated catalogue";
    }

    @Override
    public Integer getChecksum() {
        var sum = new CRC32();
        sum.update(csv.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var rows = CatalogueFile.read(csv);
        var connection = context.getConnection();
        putInterventions(connection, rows);
        retireOthers(connection, rows);
        replaceHabits(connection, rows);
    }

    private static void putInterventions(Connection connection, List<Curated> rows) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into interventions_base as b
                       (intervention_id, slug, name, category, description, profile_match, duration_days,
                        contraindication_tags, contraindications, evidence_grade, expected_effect, source, source_status)
                select id, slug, name, category, description, profile, days,
                       string_to_array(tags, ';'), contraindications, grade, effect, source, source_status
                  from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],
                              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       as new (id, slug, name, category, description, profile, days,
                               tags, contraindications, grade, effect, source, source_status)
                    on conflict (intervention_id) do update
                   set slug = excluded.slug, name = excluded.name, category = excluded.category,
                       description = excluded.description, profile_match = excluded.profile_match,
                       duration_days = excluded.duration_days, contraindication_tags = excluded.contraindication_tags,
                       contraindications = excluded.contraindications, evidence_grade = excluded.evidence_grade,
                       expected_effect = excluded.expected_effect, source = excluded.source,
                       source_status = excluded.source_status, retired = false
                """)) {
            var columns = List.<Function<Curated, Object>>of(
                    Curated::interventionId,
                    Curated::slug,
                    Curated::name,
                    Curated::category,
                    Curated::description,
                    Curated::profileMatch,
                    Curated::durationDays,
                    row -> String.join(";", row.contraindicationTags()),
                    Curated::contraindications,
                    Curated::evidenceGrade,
                    Curated::expectedEffect,
                    Curated::source,
                    Curated::sourceStatus);
            for (var i = 0; i < columns.size(); i++) {
                var values = rows.stream().map(columns.get(i)).toArray();
                statement.setArray(
                        i + 1, connection.createArrayOf(values[0] instanceof Integer ? "int4" : "text", values));
            }
            statement.execute();
        }
    }

    private static void retireOthers(Connection connection, List<Curated> rows) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update interventions_base set retired = true where not retired and intervention_id <> all (?)")) {
            statement.setArray(1, ids(connection, rows));
            statement.execute();
        }
    }

    private static void replaceHabits(Connection connection, List<Curated> rows) throws SQLException {
        try (var statement =
                connection.prepareStatement("delete from intervention_habits where intervention_id = any (?)")) {
            statement.setArray(1, ids(connection, rows));
            statement.execute();
        }
        var ids = new ArrayList<Integer>();
        var positions = new ArrayList<Integer>();
        var names = new ArrayList<String>();
        var times = new ArrayList<@Nullable Integer>();
        for (var row : rows) {
            for (var position = 1; position <= row.habits().size(); position++) {
                var habit = row.habits().get(position - 1);
                ids.add(row.interventionId());
                positions.add(position);
                names.add(habit.name());
                times.add(habit.timesPerWeek());
            }
        }
        try (var statement = connection.prepareStatement("""
                insert into intervention_habits (intervention_id, position, name, times_per_week)
                select * from unnest(?::int[], ?::int[], ?::text[], ?::int[])
                """)) {
            statement.setArray(1, connection.createArrayOf("int4", ids.toArray()));
            statement.setArray(2, connection.createArrayOf("int4", positions.toArray()));
            statement.setArray(3, connection.createArrayOf("text", names.toArray()));
            statement.setArray(4, connection.createArrayOf("int4", times.toArray()));
            statement.execute();
        }
    }

    private static java.sql.Array ids(Connection connection, List<Curated> rows) throws SQLException {
        return connection.createArrayOf(
                "int4", rows.stream().map(Curated::interventionId).toArray());
    }

    static String shipped() {
        try (var file = Objects.requireNonNull(CuratedCatalogue.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
