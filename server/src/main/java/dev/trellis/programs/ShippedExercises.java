package dev.trellis.programs;

import dev.trellis.platform.postgres.ShippedTable;
import dev.trellis.platform.postgres.StartUpException;
import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercises;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Loads the exercises that ship with the server, as the owner of the tables and again whenever the file's checksum
 * changes. One that is gone from the file is retired: programs of the past may name it.
 */
public final class ShippedExercises extends ShippedTable<Exercise> {
    /** The exercises that ship. */
    public ShippedExercises() {
        this(Exercises.file());
    }

    ShippedExercises(String csv) {
        super("shipped exercises", csv);
    }

    @Override
    protected Collection<Exercise> read(String csv) {
        try {
            return Exercises.read(csv).all();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new StartUpException("The table of exercises is refused: " + e.getMessage(), e);
        }
    }

    @Override
    protected void put(Connection connection, Collection<Exercise> exercises) throws SQLException {
        run(
                connection,
                """
                insert into exercises
                       (exercise_id, name, pattern, mechanic, primary_muscles, secondary_muscles, equipment, load_type,
                        unilateral, skill_level, impact, caution_tags, substitution_group, rep_min, rep_max, sec_per_rep,
                        min_increment_kg)
                select id, name, pattern, mechanic, string_to_array(primary_muscles, ';'),
                       string_to_array(secondary_muscles, ';'), string_to_array(equipment, ';'), load_type, unilateral,
                       skill, impact, string_to_array(cautions, ';'), substitution_group, rep_min, rep_max, seconds,
                       increment
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::bool[], ?::int[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::int[],
                              ?::numeric[])
                       as new (id, name, pattern, mechanic, primary_muscles, secondary_muscles, equipment, load_type,
                               unilateral, skill, impact, cautions, substitution_group, rep_min, rep_max, seconds,
                               increment)
                    on conflict (exercise_id) do update
                   set name = excluded.name, pattern = excluded.pattern, mechanic = excluded.mechanic,
                       primary_muscles = excluded.primary_muscles, secondary_muscles = excluded.secondary_muscles,
                       equipment = excluded.equipment, load_type = excluded.load_type, unilateral = excluded.unilateral,
                       skill_level = excluded.skill_level, impact = excluded.impact,
                       caution_tags = excluded.caution_tags, substitution_group = excluded.substitution_group,
                       rep_min = excluded.rep_min, rep_max = excluded.rep_max, sec_per_rep = excluded.sec_per_rep,
                       min_increment_kg = excluded.min_increment_kg, retired = false
                """,
                exercises,
                List.of(
                        new Column<>("text", Exercise::id),
                        new Column<>("text", Exercise::name),
                        new Column<>("text", exercise -> wire(exercise.pattern())),
                        new Column<>("text", exercise -> wire(exercise.mechanic())),
                        new Column<>("text", exercise -> wires(exercise.primary())),
                        new Column<>("text", exercise -> wires(exercise.secondary())),
                        new Column<>("text", exercise -> wires(new TreeSet<>(exercise.equipment()))),
                        new Column<>("text", exercise -> wire(exercise.loadType())),
                        new Column<>("bool", Exercise::unilateral),
                        new Column<>("int4", Exercise::skill),
                        new Column<>("text", exercise -> wire(exercise.impact())),
                        new Column<>("text", exercise -> wires(new TreeSet<>(exercise.cautions()))),
                        new Column<>("text", Exercise::substitutionGroup),
                        new Column<>("int4", Exercise::repMin),
                        new Column<>("int4", Exercise::repMax),
                        new Column<>("int4", Exercise::secondsPerRep),
                        new Column<>("numeric", Exercise::incrementKg)));
        run(
                connection,
                "update exercises set retired = true where not retired and exercise_id <> all (?)",
                exercises,
                List.of(new Column<>("text", Exercise::id)));
    }

    private static String wires(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(ShippedExercises::wire).collect(Collectors.joining(";"));
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
