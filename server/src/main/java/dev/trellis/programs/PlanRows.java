package dev.trellis.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

        private record Column(String name, Class<?> type, Object[] values) {}

        /** Binds each column under its name. */
        Update bindTo(Update update) {
            columns.forEach(column -> update.bindArray(column.name(), column.type(), column.values()));
            return update;
        }
    }

    /** Puts columns together from things of one kind. */
    static final class From<R> {
        private final List<R> rows;
        private final List<Columns.Column> columns = new ArrayList<>();

        From(List<R> rows) {
            this.rows = rows;
        }

        <T> From<R> column(String name, Class<T> type, Function<R, @Nullable T> value) {
            return column(name, type, rows.stream().map(value).toList());
        }

        <T> From<R> column(String name, Class<T> type, List<@Nullable T> values) {
            columns.add(new Columns.Column(name, type, values.toArray()));
            return this;
        }

        Columns columns() {
            return new Columns(List.copyOf(columns));
        }
    }
}
