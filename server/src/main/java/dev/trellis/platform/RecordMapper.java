package dev.trellis.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Maps rows to one of our records, {@code snake_case} columns to components. Jdbi's own mapper studies the record by
 * reflection for every query, which was a quarter of the server's work in a completion; this one studies it once.
 */
final class RecordMapper implements RowMapper<Object> {
    private static final int ABSENT = 0;

    private final Constructor<?> constructor;
    private final RecordComponent[] components;
    private final String[] names;
    private final boolean[] optional;
    private final AtomicReferenceArray<@Nullable ColumnMapper<?>> mappers;
    /** By the text of the statement. There are as many as the program has statements. */
    private final Map<String, int[]> columnsOf = new ConcurrentHashMap<>();

    /** Rows are often package-private records; nothing outside their module should have to see them. */
    RecordMapper(Class<?> type) {
        components = type.getRecordComponents();
        names = Arrays.stream(components)
                .map(component -> folded(component.getName()))
                .toArray(String[]::new);
        optional = new boolean[components.length];
        for (var i = 0; i < components.length; i++) {
            optional[i] = isNullable(components[i]);
        }
        mappers = new AtomicReferenceArray<>(components.length);
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    @Override
    public Object map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<Object> specialize(ResultSet rows, StatementContext context) throws SQLException {
        var columns = columns(rows, context);
        return (row, ignored) -> {
            var values = new @Nullable Object[columns.length];
            for (var i = 0; i < columns.length; i++) {
                values[i] = columns[i] == ABSENT ? null : mapper(i, context).map(row, columns[i], context);
            }
            return made(values);
        };
    }

    /** The column of each component; the same for every run of a statement. */
    private int[] columns(ResultSet rows, StatementContext context) throws SQLException {
        var parsed = context.getParsedSql();
        if (parsed == null) {
            return columns(rows);
        }
        var known = columnsOf.get(parsed.getSql());
        if (known != null) {
            return known;
        }
        var columns = columns(rows);
        columnsOf.put(parsed.getSql(), columns);
        return columns;
    }

    private int[] columns(ResultSet rows) throws SQLException {
        var metadata = rows.getMetaData();
        var labels = new String[metadata.getColumnCount()];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = folded(metadata.getColumnLabel(i + 1));
        }
        var columns = new int[names.length];
        for (var i = 0; i < names.length; i++) {
            columns[i] = Arrays.asList(labels).indexOf(names[i]) + 1;
            if (columns[i] == ABSENT && !optional[i]) {
                throw new IllegalStateException("the query has no column for " + components[i]);
            }
        }
        return columns;
    }

    private ColumnMapper<?> mapper(int component, StatementContext context) {
        var known = mappers.get(component);
        if (known != null) {
            return known;
        }
        var type = components[component].getGenericType();
        var found = context.findColumnMapperFor(type)
                .orElseThrow(() -> new IllegalStateException("no column can be read as " + type));
        mappers.set(component, found);
        return found;
    }

    private Object made(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "a row is no " + constructor.getDeclaringClass().getSimpleName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can always be made", e);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    private static String folded(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
