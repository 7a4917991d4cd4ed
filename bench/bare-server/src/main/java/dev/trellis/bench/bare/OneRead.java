package dev.trellis.bench.bare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** A read of somebody's own in one transaction that says who acts. */
@FunctionalInterface
interface OneRead<T> {
    T of(Connection connection) throws SQLException;

    static <T> T as(DataSource database, UUID user, OneRead<T> read) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var state = connection.prepareStatement("""
                    select set_config('app.user_id', ?, true), set_config('app.role', 'participant', true)
                    """)) {
                state.setString(1, user.toString());
                state.execute();
            }
            var found = read.of(connection);
            connection.commit();
            return found;
        }
    }
}
