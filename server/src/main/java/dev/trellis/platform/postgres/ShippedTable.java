package dev.trellis.platform.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * A table that ships with the server as a text file: loaded as the owner of the tables, and again whenever the checksum of
 * the text changes. Whoever extends it says how the text is read and which statements put its rows in place.
 */
public abstract class ShippedTable<R> implements JavaMigration {
    private final String description;
    private final String text;

    /** @param description under which its last checksum is remembered */
    protected ShippedTable(String description, String text) {
        this.description = description;
        this.text = text;
    }

    /** The rows of the text. */
    protected abstract Collection<R> read(String text);

    /** Puts the rows in place, as often as it is asked to. */
    protected abstract void put(Connection connection, Collection<R> rows) throws SQLException;

    /** A parameter of a statement: an array of that type with the value of each row. */
    public record Column<R>(String type, Function<R, @Nullable Object> value) {}

    /** Runs a statement whose parameters are these columns. */
    protected static <R> void run(Connection connection, String sql, Collection<R> rows, List<Column<R>> columns)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var values = rows.stream().map(column.value()).toArray();
                statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
            }
            statement.execute();
        }
    }

    /** None: repeated whenever the checksum changes. */
    @Override
    public final @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final Integer getChecksum() {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public final void migrate(Context context) throws SQLException {
        put(context.getConnection(), read(text));
    }
}
