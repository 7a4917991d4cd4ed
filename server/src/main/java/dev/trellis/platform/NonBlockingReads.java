package dev.trellis.platform;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads that everybody makes all day, asked without a thread that waits: a thread that waits is put to sleep and woken twice,
 * which took longer than the reads themselves. For endpoints that do not block, and for a function of the database that says
 * itself who acts; it cannot be part of a transaction.
 *
 * <p>Every event loop has connections of its own, and serves in turn whoever asks on it: an answer that arrives on another one
 * would have to be handed over, which wakes somebody again. A connection has one read under way. With more of them those behind
 * the first wait for a process that may just have lost its processor, while others that came later are served.
 */
@ApplicationScoped
public class NonBlockingReads {
    private static final String JDBC = "jdbc:";
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d");
    /** One is worked on while the answer of the other is on its way. */
    private static final int CONNECTIONS_A_LOOP = 2;

    private static final int MILLISECONDS_TO_CONNECT = 10_000;
    /** These reads take a millisecond. One that takes so long would hold up all behind it. */
    private static final String LONGEST_READ = "10s";

    private static final String CONNECTION_FAILURE = "08006";

    private final Database database;
    private final ExecutorService threads;
    private final Vertx vertx;
    /** Missing where options say how to reach the database: only the JDBC driver knows them all. */
    private final @Nullable PgConnectOptions address;
    /** By the thread of their event loop. */
    private final Map<Thread, Pool> pools = new ConcurrentHashMap<>();

    @Inject
    NonBlockingReads(
            Database database,
            @VirtualThreads ExecutorService threads,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.app.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.app.username") String user,
            @ConfigProperty(name = "quarkus.datasource.app.password") String password) {
        this.database = database;
        this.threads = threads;
        this.vertx = vertx;
        this.address = url.contains("?") ? null : address(url, user, password);
    }

    private static PgConnectOptions address(String url, String user, String password) {
        var address = PgConnectOptions.fromUri(url.substring(JDBC.length()))
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("statement_timeout", LONGEST_READ);
        address.setConnectTimeout(MILLISECONDS_TO_CONNECT);
        return address;
    }

    private Pool pool(PgConnectOptions address) {
        // Whoever waits for a connection gets one, since no read takes long. (The timer for that complains later of
        // connections that were refused at once.)
        var connections = new PoolOptions()
                // Its metrics are told apart by that.
                .setName(Thread.currentThread().getName())
                .setMaxSize(CONNECTIONS_A_LOOP)
                .setConnectionTimeout(0);
        return PgBuilder.pool()
                .connectingTo(address)
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
        return address != null && Context.isOnEventLoopThread()
                ? asked(address, sql, given)
                : waiting(actor, sql, given);
    }

    private Uni<Buffer> asked(PgConnectOptions address, String sql, List<Object> parameters) {
        var pool = pools.computeIfAbsent(Thread.currentThread(), _ -> pool(address));
        return Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(sql)
                        .execute(Tuple.tuple(parameters))
                        .map(NonBlockingReads::value)
                        .toCompletionStage())
                .onFailure()
                .transform(NonBlockingReads::asOfAnyDriver);
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
        pools.values().forEach(Pool::close);
    }
}
