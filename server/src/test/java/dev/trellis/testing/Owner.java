package dev.trellis.testing;

import dev.trellis.platform.postgres.OwnerAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a test sees and does behind the server's back, in the running server's database: as the role that owns the
 * tables, or, to count rows whoever they belong to, as the superuser whom row-level security does not bind.
 */
public final class Owner {
    private Owner() {}

    /** How to reach the database as its owner. */
    public static OwnerAccess access() {
        var config = ConfigProvider.getConfig();
        return new OwnerAccess(
                config.getValue("test.owner.jdbc-url", String.class),
                config.getValue("test.owner.user", String.class),
                config.getValue("test.owner.password", String.class));
    }

    /** Runs a statement as the owner, usually one that makes a later one of the server fail for real. */
    public static void execute(String statement) {
        try (var connection = access().connect();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** How many rows of a table have this value in this column; conditions may stand before the column. */
    public static long count(String table, String column, UUID value) {
        return number("select count(*) from " + table + " where " + column + " = '" + value + "'");
    }

    /** The number a query gives, over everybody's rows. */
    public static long number(String query) {
        try (var connection = superuser();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Runs a statement on everybody's rows. */
    public static void executeAsSuperuser(String statement) {
        try (var connection = superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Something broken that is mended when closed. */
    public interface Broken extends AutoCloseable {
        @Override
        void close();
    }

    /** From now on the table refuses rows of this person, for real, until closed. */
    public static Broken refusingInserts(String table, UUID userId) {
        var name = "refuse_" + userId.toString().replace("-", "");
        execute("""
                create function %1$s() returns trigger language plpgsql as
                $$ begin raise exception 'broken on purpose'; end $$
                """.formatted(name));
        execute(
                "create trigger %1$s before insert on %2$s for each row when (new.user_id = '%3$s') execute function %1$s()"
                        .formatted(name, table, userId));
        return () -> {
            execute("drop trigger " + name + " on " + table);
            execute("drop function " + name + "()");
        };
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(access().jdbcUrl(), "postgres", "");
    }
}
