package dev.trellis;

import dev.trellis.platform.postgres.OwnerAccess;
import dev.trellis.platform.postgres.Schema;
import dev.trellis.platform.postgres.WorkingRoles;
import java.util.Map;

/** Where the framework's two pools find the database: decided at start, hence handed over as properties. */
public final class DatabaseProperties {
    private DatabaseProperties() {}

    /** The properties of both pools, and the version of the schema that this server was started on. */
    public static Map<String, String> of(OwnerAccess owner, WorkingRoles roles) {
        return Map.of(
                "trellis.database.jdbc-url", owner.jdbcUrl(),
                "trellis.database.app-password", roles.passwordOf(WorkingRoles.APP),
                "trellis.database.jobs-password", roles.passwordOf(WorkingRoles.JOBS),
                "trellis.database.schema-version", Integer.toString(Schema.versionOf(owner)));
    }

    static void publish(OwnerAccess owner, WorkingRoles roles) {
        of(owner, roles).forEach(System::setProperty);
    }
}
