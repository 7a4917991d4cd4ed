package dev.trellis.operations;

import dev.trellis.platform.Database;
import dev.trellis.platform.postgres.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.JdbiException;

/** Ready only while the schema is at least as new as the one this server was started on. */
@Readiness
@ApplicationScoped
class SchemaCheck implements HealthCheck {
    private static final String NAME = "schema up to date";

    private final Database database;
    private final int expected;

    SchemaCheck(
            Database database,
            @ConfigProperty(name = "trellis.database.schema-version", defaultValue = "0") int expected) {
        this.database = database;
        this.expected = expected;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named(NAME).withData("expected", expected);
        try {
            int found = database.asJob(
                    tx -> tx.createQuery(Schema.VERSION).mapTo(int.class).one());
            return response.withData("found", found).status(found >= expected).build();
        } catch (JdbiException e) {
            // The check of the connections says what is wrong with the database.
            return response.down().build();
        }
    }
}
