package dev.trellis.programs.training;

import dev.trellis.programs.training.Exercise.Impact;
import dev.trellis.programs.training.Exercise.LoadType;
import dev.trellis.programs.training.Exercise.Mechanic;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The exercises that ship, by id; a table that is read whole or refused (domain 02.10). */
public final class Exercises {
    private static final String FILE = "/dev/trellis/programs/exercises.csv";
    private static final String NO_VALUE = "none";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, Exercise> byId;

    private Exercises(Map<String, Exercise> byId) {
        this.byId = byId;
    }

    /** Reads the table from the program itself. */
    public static Exercises shipped() {
        return read(file());
    }

    /** The table that ships, as it is. */
    public static String file() {
        try (var file = Objects.requireNonNull(Exercises.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table like the one that ships. */
    public static Exercises read(String csv) {
        try (var rows = FORMAT.parse(new StringReader(csv))) {
            var byId = new TreeMap<String, Exercise>();
            for (var row : rows) {
                var exercise = exercise(row);
                if (byId.put(exercise.id(), exercise) != null) {
                    throw new IllegalStateException("exercise " + exercise.id() + " stands twice in the table");
                }
            }
            return new Exercises(byId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in the order of their ids. */
    public Collection<Exercise> all() {
        return byId.values();
    }

    /** The exercise of an id, if there is one. */
    public Optional<Exercise> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The exercise of an id that is known to exist. */
    public Exercise get(String id) {
        var exercise = byId.get(id);
        if (exercise == null) {
            throw new IllegalArgumentException("there is no exercise " + id);
        }
        return exercise;
    }

    private static Exercise exercise(CSVRecord row) {
        return new Exercise(
                row.get("exercise_id"),
                row.get("name"),
                constant(MovementPattern.class, row.get("pattern")),
                constant(Mechanic.class, row.get("mechanic")),
                constants(Muscle.class, row.get("primary_muscles")),
                constants(Muscle.class, row.get("secondary_muscles")),
                constants(Equipment.class, row.get("equipment")).stream().collect(Collectors.toUnmodifiableSet()),
                constant(LoadType.class, row.get("load_type")),
                row.get("unilateral").equals("1"),
                Integer.parseInt(row.get("skill_level")),
                constant(Impact.class, row.get("impact")),
                constants(CautionTag.class, row.get("caution_tags")).stream().collect(Collectors.toUnmodifiableSet()),
                row.get("substitution_group"),
                Integer.parseInt(row.get("rep_min")),
                Integer.parseInt(row.get("rep_max")),
                Integer.parseInt(row.get("sec_per_rep")),
                Double.parseDouble(row.get("min_increment_kg")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> List<E> constants(Class<E> type, String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals(NO_VALUE))
                .map(word -> constant(type, word))
                .toList();
    }
}
