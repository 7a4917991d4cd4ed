package dev.trellis.platform;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one transaction that travel to PostgreSQL in one message, because nobody waits for each of them. Every
 * message costs two processes woken, which often is more than its statement does.
 *
 * <p>What is handed over here is kept, in order, until the transaction needs an answer: it goes before the next statement
 * of whatever kind, or before the commit, in the same message. Nothing runs earlier or later than something it was written
 * before or after; only a failure is told later, by whoever sends the message. Outside a transaction nothing is kept.
 */
public final class Together {
    private Together() {}

    /** Runs it with the next statement of its transaction; for a write whose count nobody reads. */
    public static void write(Update update) {
        if (update.getHandle().isInTransaction()) {
            Waiting.of(update.getHandle()).add(update);
        } else {
            update.execute();
        }
    }

    /**
     * Runs it with the next statement of its transaction, or when somebody asks for the answer, whichever is sooner. For
     * answers of some rows; a long one had better be read by itself.
     *
     * @param read reads the answer to its end
     */
    public static <T extends @Nullable Object> Supplier<T> read(Query query, Function<ResultBearing, T> read) {
        if (query.getHandle().isInTransaction()) {
            return Waiting.of(query.getHandle()).add(query, read);
        }
        var answer = read.apply(query);
        return () -> answer;
    }

    /**
     * Does work that can be undone without the rest of the transaction. Whatever it wrote was sent when this returns.
     *
     * @return why it was undone; nothing when it succeeded
     * @throws RuntimeException when something failed that was written before this work and had not been sent yet: with it
     *     the whole transaction has failed
     */
    public static Optional<RuntimeException> attempt(Handle tx, Runnable work) {
        return Waiting.of(tx).attempt(work);
    }

    /** The connection itself, for what only the driver can do; whatever was to run before was sent. */
    public static Connection connection(Handle tx) {
        Waiting.of(tx).send();
        return tx.getConnection();
    }
}
