package dev.trellis.bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What work by hand shares: a connection whose statements stay prepared, and saying who acts. */
class ByHand implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement state;

    ByHand(Connection connection) throws SQLException {
        this.connection = connection;
        this.state = prepare("select set_config('app.user_id', ?, true), set_config('app.role', 'participant', true)");
    }

    final PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    final Connection connection() {
        return connection;
    }

    final void actAs(UUID user) throws SQLException {
        state.setString(1, user.toString());
        state.execute();
    }

    /** Reads every column of every row, so that nothing stays unread; returns the number of rows. */
    static int readAll(PreparedStatement statement) throws SQLException {
        var count = 0;
        try (var rows = statement.executeQuery()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
                count++;
            }
        }
        return count;
    }

    @Override
    public final void close() throws SQLException {
        connection.close();
    }
}
