package dev.trellis.testing;

import dev.trellis.DatabaseProperties;
import dev.trellis.ReferenceTables;
import dev.trellis.platform.postgres.OwnerAccess;
import dev.trellis.platform.postgres.Schema;
import dev.trellis.platform.postgres.WorkingRoles;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * One PostgreSQL for the whole test run, one migrated template in it, and a fresh database from the template for
 * whoever asks. Durability is off here: only speed differs, nothing a test can see.
 */
public class PostgresForTests implements QuarkusTestResourceLifecycleManager {
    private static final String OWNER = "trellis_owner";
    private static final String PASSWORD = "only-in-tests";
    private static final String TEMPLATE = "trellis_template";
    private static EmbeddedPostgres postgres;
    private static int databases;

    /** A fresh, migrated, empty database. */
    public static synchronized OwnerAccess freshDatabase() {
        if (postgres == null) {
            begin();
        }
        var name = "trellis_" + ++databases;
        superuser("create database " + name + " template " + TEMPLATE + " owner " + OWNER);
        return owner(name);
    }

    @Override
    public Map<String, String> start() {
        var owner = freshDatabase();
        var properties = new HashMap<>(DatabaseProperties.of(owner, new WorkingRoles(owner)));
        properties.put("test.owner.jdbc-url", owner.jdbcUrl());
        properties.put("test.owner.user", owner.user());
        properties.put("test.owner.password", owner.password());
        properties.put(
                "quarkus.datasource.app.jdbc.additional-jdbc-properties.socketFactory",
                CountingSockets.class.getName());
        // Jobs run when a test says so; a test may send as much as it likes.
        properties.put("trellis.jobs.enabled", "false");
        properties.put("trellis.rate-limit", "1000000");
        properties.put("trellis.log-in.attempts-per-address", "1000000");
        properties.put("trellis.registration", "open");
        properties.put("trellis.password.memory-kib", "64");
        properties.put("trellis.password.iterations", "1");
        return properties;
    }

    @Override
    public void stop() {
        // The process ends with the test run; other classes still use it.
    }

    private static void begin() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        superuser("create role " + OWNER + " login createrole password '" + PASSWORD + "'");
        superuser("create database " + TEMPLATE + " owner " + OWNER);
        Schema.bringUpToDate(owner(TEMPLATE), ReferenceTables.all());
    }

    private static OwnerAccess owner(String database) {
        return new OwnerAccess("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database, OWNER, PASSWORD);
    }

    private static void superuser(String statement) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
