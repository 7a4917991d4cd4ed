package dev.trellis.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL of the server's own, kept in a folder: same engine as production, durable settings, data that survives
 * restarts. A postmaster that outlived a killed server is stopped first; a folder that a second server uses is refused.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "trellis_owner";
    private static final String DATABASE = "trellis";
    private static final Duration CRASH_RECOVERY = Duration.ofSeconds(90);

    private final FolderLock lock;
    private final EmbeddedPostgres postgres;
    private final OwnerAccess owner;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres postgres, OwnerAccess owner) {
        this.lock = lock;
        this.postgres = postgres;
        this.owner = owner;
    }

    /** Starts the database in this folder, creating it when the folder is empty. */
    public static EmbeddedDatabase start(Path folder) {
        var files = new DataFolder(folder);
        var lock = FolderLock.take(files);
        try {
            Postmaster.stopLeftOver(files);
            files.prepare();
            var postgres = launch(files);
            var owner = new OwnerAccess(
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE, OWNER, files.secret());
            if (!files.isComplete()) {
                createOwnerAndDatabase(postgres, files);
                files.markComplete();
            }
            return new EmbeddedDatabase(lock, postgres, owner);
        } catch (IOException | SQLException e) {
            lock.close();
            throw new StartUpException(
                    "The database in " + folder + " did not start: " + e.getMessage() + " Its log is " + files.log()
                            + ".",
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** How to reach it as the owner of the tables. */
    public OwnerAccess owner() {
        return owner;
    }

    /** The port on loopback that it listens on. */
    public int port() {
        return postgres.getPort();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    private static EmbeddedPostgres launch(DataFolder files) throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(files.log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(files.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(files.binaries().toFile())
                .setPGStartupWait(CRASH_RECOVERY)
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .setDataDirectoryCustomizer(data -> files.requirePasswords())
                .setConnectConfig("password", files.secret())
                // The library is made for tests and starts with durability off; a server's data must survive a crash.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("password_encryption", "scram-sha-256")
                .start();
    }

    /** Repeatable, because a crash may come between any two of its steps. */
    private static void createOwnerAndDatabase(EmbeddedPostgres postgres, DataFolder files) throws SQLException {
        try (var connection = postgres.getDatabase(SUPERUSER, "postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + files.secret() + "'");
            if (!exists(statement, "select from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login createrole password '" + files.secret() + "'");
            }
            if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
        files.requirePasswords();
        try (var connection = postgres.getDatabase(SUPERUSER, "postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
