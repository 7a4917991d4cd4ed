package dev.trellis.platform;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The only door to PostgreSQL, with {@link NonBlockingReads} beside it. Every transaction runs as somebody, and the code says
 * so: {@link #as} for a person, {@link #asJob} for work that crosses people. The two use different database roles and different
 * pools; neither owns a table, neither can bypass row-level security, and with nobody acting no row is visible.
 *
 * <p>A transaction opened inside another one of the same actor joins it, so that use cases compose into one commit.
 * Opening one of another actor inside it is a fault and is refused.
 *
 * <p>Statements that nobody waits for may travel with the next one, see {@link Together}; who acts always does.
 */
@ApplicationScoped
public class Database {
    private static final ScopedValue<Current> CURRENT = ScopedValue.newInstance();

    private static final String WHO_ACTS = "select set_config('app.user_id', ?, true), set_config('app.role', ?, true)";

    private record Current(@Nullable Actor actor, Handle tx) {}

    private final Jdbi people;
    private final Jdbi jobs;
    /**
     * Single reads at once, four a processor. They need nothing but processors: with more of them at work whoever has bad luck
     * waits several times as long as everybody else, while here everybody is served in turn. Writes wait for the disk, and are
     * as many as there are connections.
     */
    private final Semaphore reads = new Semaphore(4 * Runtime.getRuntime().availableProcessors(), true);

    @Inject
    public Database(
            @DataSource("app") javax.sql.DataSource people,
            @DataSource("jobs") javax.sql.DataSource jobs,
            JdbiSettings settings) {
        this.people = settings.on(people);
        this.jobs = settings.on(jobs);
    }

    /** Runs the work in one transaction as this actor: commits when it returns, rolls back when it throws. */
    public <T extends @Nullable Object> T as(Actor actor, Function<Handle, T> work) {
        if (CURRENT.isBound()) {
            return join(actor, work);
        }
        return people.inTransaction(tx -> {
            state(tx, actor);
            return ScopedValue.where(CURRENT, new Current(actor, tx)).call(() -> work.apply(tx));
        });
    }

    /**
     * One query as this actor and nothing else: who acts, the query and the end of its transaction travel in one message, where
     * {@link #as} needs two. For the reads that everybody makes all day. Joins a transaction that is open already.
     *
     * @param sql a single statement that returns rows
     */
    public <T extends @Nullable Object> T query(
            Actor actor, String sql, Consumer<Query> bind, Function<ResultBearing, T> read) {
        if (CURRENT.isBound()) {
            return join(actor, tx -> {
                var query = tx.createQuery(sql);
                bind.accept(query);
                return read.apply(query);
            });
        }
        reads.acquireUninterruptibly();
        try {
            return alone(actor, sql, bind, read);
        } finally {
            reads.release();
        }
    }

    private <T extends @Nullable Object> T alone(
            Actor actor, String sql, Consumer<Query> bind, Function<ResultBearing, T> read) {
        return people.withHandle(connection -> {
            // Outside a transaction the driver sends both statements with one end, which makes one transaction of them.
            state(connection, actor);
            var query = connection.createQuery(sql);
            bind.accept(query);
            return read.apply(query);
        });
    }

    /** As {@link #as}, for work that returns nothing. */
    public void run(Actor actor, Consumer<Handle> work) {
        this.<@Nullable Void>as(actor, tx -> {
            work.accept(tx);
            return null;
        });
    }

    /**
     * Runs work that crosses people (the nightly batch, log-in before anybody is known) in one transaction of the jobs
     * role. Easy to find in a review; not to be used where a person acts.
     */
    public <T extends @Nullable Object> T asJob(Function<Handle, T> work) {
        if (CURRENT.isBound()) {
            return join(null, work);
        }
        return jobs.inTransaction(
                tx -> ScopedValue.where(CURRENT, new Current(null, tx)).call(() -> work.apply(tx)));
    }

    /**
     * As {@link #asJob}, for one statement that only reads and needs no transaction of its own: one message instead of three.
     *
     * @param read runs a single query and reads it to its end
     */
    public <T extends @Nullable Object> T readAsJob(Function<Handle, T> read) {
        return CURRENT.isBound() ? join(null, read) : jobs.withHandle(read::apply);
    }

    /** As {@link #asJob}, for work that returns nothing. */
    public void runJob(Consumer<Handle> work) {
        this.<@Nullable Void>asJob(tx -> {
            work.accept(tx);
            return null;
        });
    }

    private static <T extends @Nullable Object> T join(@Nullable Actor actor, Function<Handle, T> work) {
        var current = CURRENT.get();
        if (!Objects.equals(current.actor(), actor)) {
            throw new IllegalStateException("a transaction of another actor is open on this thread");
        }
        return work.apply(current.tx());
    }

    /** Sent with the {@code begin} and the first statement, hence no round trip of its own. */
    private static void state(Handle tx, Actor actor) {
        Waiting.of(tx).add(WHO_ACTS, actor.userId().toString(), actor.role().wire());
    }
}
