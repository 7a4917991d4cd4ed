package dev.trellis.programs;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a plan, ready to be sent. They are made before the transaction that stores them, so that it holds its locks
 * for as long as the database needs and no longer.
 *
 * @param bundle what they were made of
 */
record PlanRows(
        ProgramBundle bundle,
        PlanIds ids,
        Columns sessions,
        Columns exercises,
        Columns meals,
        Columns items,
        Columns sessionEntries,
        Columns mealEntries) {

    /** Rows of one table, column by column. */
    static final class Columns {
        private final List<Column> columns;

        private Columns(List<Column> columns) {
            this.columns = columns;
        }

        @SuppressWarnings("ArrayRecordComponent") // A carrier of values, never compared.
        private record Column(String name, String type, Object[] values) {
            /** Of its own element type, the driver sends an array in binary; as objects it would be quoted character by character. */
            void set(int position, PreparedStatement statement) throws SQLException {
                statement.setArray(position, statement.getConnection().createArrayOf(type, values));
            }
        }

        /** Binds each column under its name. */
        Update bindTo(Update update) {
            columns.forEach(column -> update.bind(
                    column.name(), (Argument) (position, statement, context) -> column.set(position, statement)));
            return update;
        }
    }

    /** Puts columns together from things of one kind. */
    static final class From<R> {
        private static final Map<Class<?>, String> TYPES = Map.of(
                UUID.class, "uuid",
                String.class, "text",
                Integer.class, "int4",
                Double.class, "float8",
                Boolean.class, "bool",
                LocalDate.class, "date",
                LocalTime.class, "time");

        private final List<R> rows;
        private final List<Columns.Column> columns = new ArrayList<>();

        From(List<R> rows) {
            this.rows = rows;
        }

        <T> From<R> column(String name, Class<T> type, Function<R, @Nullable T> value) {
            return column(name, type, rows.stream().map(value).toList());
        }

        <T> From<R> column(String name, Class<T> type, List<@Nullable T> values) {
            var array = (Object[]) Array.newInstance(type, values.size());
            columns.add(new Columns.Column(name, Objects.requireNonNull(TYPES.get(type)), values.toArray(array)));
            return this;
        }

        Columns columns() {
            return new Columns(List.copyOf(columns));
        }
    }
}
