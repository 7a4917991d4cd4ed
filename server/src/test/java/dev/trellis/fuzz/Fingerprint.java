package dev.trellis.fuzz;

import dev.trellis.platform.Database;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.generic.GenericType;

/**
 * The state of every table, in one short text a table: how many rows, and the latest transaction that wrote one of
 * them. A write that commits changes one of the two, and reading them is cheap enough to do after every request.
 */
public final class Fingerprint {
    private static final List<String> NOT_OURS = List.of("flyway_schema_history", "scheduled_tasks");

    private final Database database;
    private final String query;
    private String writesAtLast = "";
    private Map<String, String> last = Map.of();

    public Fingerprint(Database database) {
        this.database = database;
        var tables = database.asJob(tx -> tx.createQuery("""
                        select relname from pg_class
                         where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in (<others>)
                         order by relname
                        """)
                .bindList("others", NOT_OURS)
                .mapTo(String.class)
                .list());
        this.query = tables.stream()
                .map(
                        "select '%1$s' as name, count(*) || ' rows, last written by ' || coalesce(max(xmin::text::bigint), 0) as content from %1$s"
                                ::formatted)
                .collect(Collectors.joining(" union all "));
    }

    /** What every table holds now; looked up only when a transaction has tried to write since the last time. */
    public Map<String, String> take() {
        var writes = database.asJob(tx -> tx.createQuery("select pg_snapshot_xmax(pg_current_snapshot())::text")
                .mapTo(String.class)
                .one());
        if (!writes.equals(writesAtLast)) {
            writesAtLast = writes;
            last = database.asJob(tx -> tx.createQuery(query)
                    .setMapKeyColumn("name")
                    .setMapValueColumn("content")
                    .collectInto(new GenericType<Map<String, String>>() {}));
        }
        return last;
    }
}
