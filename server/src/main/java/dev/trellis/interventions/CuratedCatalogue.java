package dev.trellis.interventions;

import dev.trellis.interventions.CatalogueFile.Curated;
import dev.trellis.platform.postgres.ShippedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the curated catalogue that ships with the server, as the owner of the tables and again whenever the file's
 * checksum changes. Rows are put in place by their number; what people said about them stays.
 */
public final class CuratedCatalogue extends ShippedTable<Curated> {
    private static final String FILE = "/catalogue/interventions.csv";
    private static final Column<Curated> ID = new Column<>("int4", Curated::interventionId);

    /** The catalogue that ships. */
    public CuratedCatalogue() {
        this(shipped());
    }

    CuratedCatalogue(String csv) {
        super("curated catalogue", csv);
    }

    @Override
    protected Collection<Curated> read(String csv) {
        return CatalogueFile.read(csv);
    }

    @Override
    protected void put(Connection connection, Collection<Curated> rows) throws SQLException {
        putInterventions(connection, rows);
        run(
                connection,
                "update interventions_base set retired = true where not retired and intervention_id <> all (?)",
                rows,
                List.of(ID));
        run(connection, "delete from intervention_habits where intervention_id = any (?)", rows, List.of(ID));
        putHabits(connection, rows);
    }

    private static void putInterventions(Connection connection, Collection<Curated> rows) throws SQLException {
        run(
                connection,
                """
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
                """,
                rows,
                List.of(
                        ID,
                        new Column<>("text", Curated::slug),
                        new Column<>("text", Curated::name),
                        new Column<>("text", Curated::category),
                        new Column<>("text", Curated::description),
                        new Column<>("text", Curated::profileMatch),
                        new Column<>("int4", Curated::durationDays),
                        new Column<>("text", row -> String.join(";", row.contraindicationTags())),
                        new Column<>("text", Curated::contraindications),
                        new Column<>("text", Curated::evidenceGrade),
                        new Column<>("text", Curated::expectedEffect),
                        new Column<>("text", Curated::source),
                        new Column<>("text", Curated::sourceStatus)));
    }

    private record Habit(
            int interventionId,
            int position,
            String name,
            @Nullable Integer timesPerWeek) {}

    private static void putHabits(Connection connection, Collection<Curated> rows) throws SQLException {
        var habits = rows.stream()
                .flatMap(row -> IntStream.range(0, row.habits().size())
                        .mapToObj(place -> new Habit(
                                row.interventionId(),
                                place + 1,
                                row.habits().get(place).name(),
                                row.habits().get(place).timesPerWeek())))
                .toList();
        run(
                connection,
                """
                insert into intervention_habits (intervention_id, position, name, times_per_week)
                select * from unnest(?::int[], ?::int[], ?::text[], ?::int[])
                """,
                habits,
                List.of(
                        new Column<>("int4", Habit::interventionId),
                        new Column<>("int4", Habit::position),
                        new Column<>("text", Habit::name),
                        new Column<>("int4", Habit::timesPerWeek)));
    }

    static String shipped() {
        try (var file = Objects.requireNonNull(CuratedCatalogue.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
