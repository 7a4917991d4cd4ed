package dev.trellis.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.result.ResultSetException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What a statement that waits says once it was sent; asking for it sends it. */
final class Answer<T extends @Nullable Object> implements Supplier<T> {
    private final Waiting waiting;
    private final Function<ResultBearing, T> read;
    private @Nullable Supplier<T> known;

    Answer(Waiting waiting, Function<ResultBearing, T> read) {
        this.waiting = waiting;
        this.read = read;
    }

    /** Reads the statement's present result; a fault in doing so is for whoever asks. */
    void receive(PreparedStatement statement, StatementContext context) {
        try {
            var value = read.apply(ResultBearing.of(
                    () -> {
                        try {
                            return statement.getResultSet();
                        } catch (SQLException e) {
                            throw new ResultSetException("the answer to a query is missing", e, context);
                        }
                    },
                    context));
            known = () -> value;
        } catch (RuntimeException e) {
            known = () -> {
                throw e;
            };
        }
    }

    @Override
    public T get() {
        if (known == null) {
            waiting.send();
        }
        if (known == null) {
            throw new IllegalStateException("the statement was not run: its part of the transaction has failed");
        }
        return known.get();
    }
}
