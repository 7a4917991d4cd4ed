package dev.trellis.testing;

import dev.trellis.platform.postgres.OwnerAccess;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** The role that owns the tables of the running server's database: for what a test does behind the server's back. */
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

    /** Runs a statement, usually one that makes a later one of the server fail for real. */
    public static void execute(String statement) {
        try (var connection = access().connect();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
