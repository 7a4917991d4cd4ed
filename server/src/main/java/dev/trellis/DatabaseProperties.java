package dev.trellis;

import dev.trellis.platform.postgres.OwnerAccess;
import dev.trellis.platform.postgres.Schema;
import dev.trellis.platform.postgres.WorkingRoles;
import java.util.Map;

/** Where the framework's two pools find the database: decided at start, hence handed over as properties. */
public final class DatabaseProperties {
    private static final int FEWEST_CONNECTIONS = 8;
    private static final int MOST_CONNECTIONS = 32;

    private DatabaseProperties() {}

    /** The properties of both pools, and the version of the schema that this server was started on. */
    public static Map<String, String> of(OwnerAccess owner, WorkingRoles roles) {
        return Map.of(
                "trellis.database.jdbc-url", owner.jdbcUrl(),
                "trellis.database.app-password", roles.passwordOf(WorkingRoles.APP),
                "trellis.database.jobs-password", roles.passwordOf(WorkingRoles.JOBS),
                "trellis.database.connections", Integer.toString(connections()),
                "trellis.database.schema-version", Integer.toString(Schema.versionOf(owner)));
    }

    /**
     * For people: four a processor. With more of them at work at once the processors go from one to the other, and whoever
     * has bad luck waits several times as long as everybody else; a request that waits for its turn is served in turn.
     */
    private static int connections() {
        return Math.clamp(4L * Runtime.getRuntime().availableProcessors(), FEWEST_CONNECTIONS, MOST_CONNECTIONS);
    }

    static void publish(OwnerAccess owner, WorkingRoles roles) {
        of(owner, roles).forEach(System::setProperty);
    }
}
