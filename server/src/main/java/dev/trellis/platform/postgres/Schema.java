package dev.trellis.platform.postgres;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;

/** Brings a database to the schema this server needs: the working roles, then every module's migrations in order. */
public final class Schema {
    private static final int OLDEST_MAJOR_VERSION = 18;

    /** Each module holds its own migrations; their numbers are one sequence. */
    private static final String[] LOCATIONS = {
        "classpath:dev/trellis/platform/migrations",
        "classpath:dev/trellis/events/migrations",
        "classpath:dev/trellis/identity/migrations",
        "classpath:dev/trellis/safety/migrations",
        "classpath:dev/trellis/assessment/migrations",
        "classpath:dev/trellis/nutrition/migrations",
        "classpath:dev/trellis/tracking/migrations",
        "classpath:dev/trellis/interventions/migrations",
        "classpath:dev/trellis/messaging/migrations",
        "classpath:dev/trellis/students/migrations",
        "classpath:dev/trellis/programs/migrations",
        "classpath:dev/trellis/adaptation/migrations",
    };

    /** The query for the version, which the server's working roles may ask too. */
    public static final String VERSION = "select max(version::int) from flyway_schema_history where success";

    private final OwnerAccess owner;

    private Schema(OwnerAccess owner) {
        this.owner = owner;
    }

    /** Creates or updates the schema, one node at a time; an up-to-date one is only checked. */
    public static void bringUpToDate(OwnerAccess owner, JavaMigration... codeMigrations) {
        new Schema(owner).migrate(codeMigrations);
    }

    /** The number of the latest migration in a database that was brought up to date. */
    public static int versionOf(OwnerAccess owner) {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(VERSION)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new StartUpException("The version of the schema at " + owner + " cannot be read: " + firstLine(e), e);
        }
    }

    private void migrate(JavaMigration... codeMigrations) {
        try (var connection = owner.connect()) {
            checkVersion(connection.getMetaData().getDatabaseMajorVersion());
            new WorkingRoles(owner).ensure(connection);
        } catch (SQLException e) {
            throw new StartUpException(
                    "The database at " + owner + " cannot be reached or prepared: " + firstLine(e), e);
        }
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                    .locations(LOCATIONS)
                    .javaMigrations(codeMigrations)
                    .placeholders(Map.of("app", WorkingRoles.APP, "jobs", WorkingRoles.JOBS))
                    .validateMigrationNaming(true)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof StartUpException refusal) {
                    throw refusal;
                }
            }
            throw new StartUpException("The schema could not be brought up to date: " + e.getMessage(), e);
        }
    }

    /** Further lines of PostgreSQL's message repeat the statement, which may hold a password. */
    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static void checkVersion(int major) {
        if (major < OLDEST_MAJOR_VERSION) {
            throw new StartUpException(
                    "Trellis needs PostgreSQL " + OLDEST_MAJOR_VERSION + " or newer; this one is " + major + ".");
        }
    }
}
