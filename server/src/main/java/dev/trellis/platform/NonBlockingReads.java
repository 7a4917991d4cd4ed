package dev.trellis.platform;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads that everybody makes all day, asked on connections where many are under way at once, and without a thread that waits:
 * a thread that waits is put to sleep and woken twice, which took longer than the reads themselves. For endpoints that do not
 * block, and for a function of the database that says itself who acts; it cannot be part of a transaction.
 */
@ApplicationScoped
public class PipelinedReads {
    private static final String JDBC = "jdbc:";
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d");
    private static final int CONNECTIONS_A_PROCESSOR = 2;
    /**
     * One is worked on and the next ones wait behind it, so that nobody is idle in between; all others wait for whichever
     * connection is free first, in turn. With two the slowest reads took as long, and most of them half as long again.
     */
    private static final int UNDER_WAY_A_CONNECTION = 4;

    private static final int MILLISECONDS_TO_CONNECT = 10_000;
    /** These reads take a millisecond. One that takes so long would hold up all behind it. */
    private static final String LONGEST_READ = "10s";

    private static final String CONNECTION_FAILURE = "08006";

    private final Database database;
    private final ExecutorService threads;
    /** Missing where options say how to reach the database: only the JDBC driver knows them all. */
    private final @Nullable SqlClient client;

    @Inject
    PipelinedReads(
            Database database,
            @VirtualThreads ExecutorService threads,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.app.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.app.username") String user,
            @ConfigProperty(name = "quarkus.datasource.app.password") String password) {
        this.database = database;
        this.threads = threads;
        this.client = url.contains("?") ? null : client(vertx, url, user, password);
    }

    private static SqlClient client(Vertx vertx, String url, String user, String password) {
        var database = PgConnectOptions.fromUri(url.substring(JDBC.length()))
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(UNDER_WAY_A_CONNECTION)
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("statement_timeout", LONGEST_READ);
        database.setConnectTimeout(MILLISECONDS_TO_CONNECT);
        var connections = new PoolOptions()
                .setMaxSize(CONNECTIONS_A_PROCESSOR * Runtime.getRuntime().availableProcessors())
                // Whoever waits for a connection gets one, since no read takes long. (Its timer complains later of
                // connections
                // that were refused at once.)
                .setConnectionTimeout(0);
        return PgBuilder.client()
                .connectingTo(database)
                .with(connections)
                .using(vertx)
                .build();
    }

    /**
     * The one value of the one row that this statement returns, as the bytes that came: what is large is not copied.
     *
     * @param sql calls a function with the parameters {@code $1}, {@code $2} and so on; the first two are who acts, and in
     *     which role
     * @param parameters from {@code $3} on
     */
    public Uni<Buffer> document(Actor actor, String sql, Object... parameters) {
        var given = new ArrayList<Object>(List.of(actor.userId(), actor.role().wire()));
        given.addAll(List.of(parameters));
        return client == null ? waiting(actor, sql, given) : pipelined(client, sql, given);
    }

    private static Uni<Buffer> pipelined(SqlClient client, String sql, List<Object> parameters) {
        return Uni.createFrom()
                .completionStage(() -> client.preparedQuery(sql)
                        .execute(Tuple.tuple(parameters))
                        .map(PipelinedReads::value)
                        .toCompletionStage())
                .onFailure()
                .transform(PipelinedReads::asOfAnyDriver);
    }

    private Uni<Buffer> waiting(Actor actor, String sql, List<Object> parameters) {
        return Uni.createFrom()
                .item(() ->
                        database.as(actor, tx -> read(tx, PARAMETER.matcher(sql).replaceAll("?"), parameters)))
                .runSubscriptionOn(threads);
    }

    private static Buffer read(Handle tx, String sql, List<Object> parameters) {
        var query = tx.createQuery(sql);
        for (var position = 0; position < parameters.size(); position++) {
            query.bind(position, parameters.get(position));
        }
        return Buffer.buffer(query.mapTo(byte[].class).one());
    }

    private static Buffer value(RowSet<Row> rows) {
        return rows.iterator().next().getBuffer(0);
    }

    /** What the rest of the server knows to answer. */
    private static SQLException asOfAnyDriver(Throwable failure) {
        var state = failure instanceof PgException told ? told.getSqlState() : CONNECTION_FAILURE;
        return new SQLException(failure.getMessage(), state, failure);
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }
}
