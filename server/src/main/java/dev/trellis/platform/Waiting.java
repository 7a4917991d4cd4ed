package dev.trellis.platform;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * What waits to be sent on one connection, see {@link Together}. Jdbi has every statement made here, which is how it is
 * known that another one comes.
 *
 * <p>Statements of one text travel in one message and run one after the other; when one fails, those after it do not run.
 * The driver remembers a text it has seen before and has each of its statements prepared, so texts must be few, and the
 * names of savepoints ever the same.
 */
final class Waiting extends DefaultStatementBuilder {
    private final Connection connection;
    private final List<Entry> queue = new ArrayList<>();
    /** Attempts within one another that are under way. */
    private int depth;
    /** Whether the next statement that Jdbi has made is to be kept. */
    private boolean keeping;

    private @Nullable Recorded kept;

    Waiting(Connection connection) {
        this.connection = connection;
    }

    /**
     * One of those that wait.
     *
     * @param answer who reads what it says; null when nobody does
     * @param context what Jdbi holds for it; null when it was not made by Jdbi
     */
    private record Entry(
            Recorded statement,
            @Nullable Answer<?> answer,
            @Nullable StatementContext context) {

        /** Not of what only says who acts, or where a part of the transaction begins or ends. */
        boolean doesSomething() {
            return context != null;
        }

        void receive(PreparedStatement sent) {
            if (answer != null && context != null) {
                answer.receive(sent, context);
            }
        }

        void close() {
            if (context != null) {
                context.close();
            }
        }
    }

    static Waiting of(Handle handle) {
        return (Waiting) handle.getStatementBuilder();
    }

    Connection connection() {
        return connection;
    }

    void add(Update update) {
        keep(null, () -> update.execute(Waiting::record));
    }

    <T extends @Nullable Object> Supplier<T> add(Query query, Function<ResultBearing, T> read) {
        var answer = new Answer<>(this, read);
        keep(answer, () -> query.execute(Waiting::record));
        return answer;
    }

    /** One that need not be sent at all when nothing else is, such as who acts. */
    void add(String sql, String... parameters) {
        var statement = Recorded.later(this, sql);
        for (var parameter : parameters) {
            statement.with(parameter);
        }
        queue.add(new Entry(statement, null, null));
    }

    /** Leaves open what Jdbi holds for the statement, such as its arrays. */
    private static StatementContext record(Supplier<PreparedStatement> statement, StatementContext context) {
        var unused = statement.get();
        return context;
    }

    private void keep(@Nullable Answer<?> answer, Supplier<StatementContext> execute) {
        keeping = true;
        try {
            var context = execute.get();
            if (kept != null) {
                queue.add(new Entry(kept, answer, context));
            }
        } finally {
            keeping = false;
            kept = null;
        }
    }

    @Override
    public PreparedStatement create(Connection its, String sql, StatementContext context) throws SQLException {
        if (keeping) {
            kept = Recorded.later(this, sql);
            return kept.statement();
        }
        if (queue.isEmpty()) {
            return super.create(its, sql, context);
        }
        if (context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()) {
            send();
            return super.create(its, sql, context);
        }
        return Recorded.now(this, sql).statement();
    }

    @Override
    public Statement create(Connection its, StatementContext context) throws SQLException {
        send();
        return super.create(its, context);
    }

    @Override
    public CallableStatement createCall(Connection its, String sql, StatementContext context) throws SQLException {
        send();
        return super.createCall(its, sql, context);
    }

    @Override
    public void close(Connection its) {
        forget();
    }

    /** Sends what waits. */
    void send() {
        if (!queue.isEmpty()) {
            try {
                sendBefore(null).close();
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(
                        "of statements that travelled together, one failed", e, null);
            }
        }
    }

    /** Sends what waits and the end of the transaction; whatever has no effect beyond it need not be sent. */
    void commit() {
        if (queue.stream().anyMatch(Entry::doesSomething)) {
            add("commit");
            send();
        }
        forget();
    }

    /** Forgets what waits. */
    void forget() {
        forgetFrom(0);
    }

    private void forgetFrom(int first) {
        var forgotten = queue.subList(first, queue.size());
        forgotten.forEach(Entry::close);
        forgotten.clear();
    }

    /**
     * Sends what waits and then this one, in one message.
     *
     * @return the statement they all became, whose present result is that of the last
     */
    PreparedStatement sendBefore(@Nullable Recorded last) throws SQLException {
        var entries = List.copyOf(queue);
        var statement = together(entries, last);
        queue.clear();
        try {
            statement.execute();
            for (var entry : entries) {
                entry.receive(statement);
                statement.getMoreResults();
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        } finally {
            entries.forEach(Entry::close);
        }
    }

    private PreparedStatement together(List<Entry> entries, @Nullable Recorded last) throws SQLException {
        var all = new ArrayList<>(entries.stream().map(Entry::statement).toList());
        if (last != null) {
            all.add(last);
        }
        var statement =
                connection.prepareStatement(all.stream().map(Recorded::sql).collect(Collectors.joining("\n;\n")));
        try {
            var position = 1;
            for (var recorded : all) {
                position = recorded.bind(statement, position);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** See {@link Together#attempt}. */
    Optional<RuntimeException> attempt(Runnable work) {
        // Each is released or undone before the next one at its depth begins: one name never stands for two.
        var name = "attempt_" + depth++;
        add("savepoint " + name);
        var savepoint = queue.getLast();
        try {
            work.run();
            release(name, savepoint);
            return Optional.empty();
        } catch (RuntimeException e) {
            undo(name, savepoint, e);
            return Optional.of(e);
        } finally {
            depth--;
        }
    }

    /** What still waits may fail, and must do so while it can be undone. */
    private void release(String name, Entry savepoint) {
        if (!queue.isEmpty() && queue.getLast().equals(savepoint)) {
            queue.removeLast();
            return;
        }
        boolean mayFail = queue.stream().anyMatch(Entry::doesSomething) || hasFailed();
        add("release savepoint " + name);
        if (mayFail) {
            send();
        }
    }

    /** Whether something failed of which nobody was told, or who was kept it to themselves. */
    private boolean hasFailed() {
        try {
            return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private void undo(String name, Entry savepoint, RuntimeException failure) {
        var position = queue.indexOf(savepoint);
        if (position >= 0) {
            forgetFrom(position);
            return;
        }
        forget();
        try {
            add("rollback to savepoint " + name);
            add("release savepoint " + name);
            send();
        } catch (RuntimeException e) {
            // There is no such savepoint: it was on its way when something before it failed.
            failure.addSuppressed(e);
            throw failure;
        }
    }
}
