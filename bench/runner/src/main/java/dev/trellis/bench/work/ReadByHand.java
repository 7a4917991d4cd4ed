package dev.trellis.bench.work;

import dev.trellis.bench.stage.Population;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Yardstick: one period by its primary key, in a transaction that says who acts. */
final class ReadByHand extends ByHand {
    private final PreparedStatement read;

    ReadByHand(Connection connection) throws SQLException {
        super(connection);
        read = prepare("""
                select id, intake_id, recommendation_id, intervention_id, intervention_name, category, selected_habits,
                       start_date, end_date, actual_end_date, completed_at, planned_duration_days, status, auto_completed,
                       cycle_phase, outcome, notes, created_at, updated_at
                  from intervention_periods
                 where user_id = ? and id = ?
                """);
    }

    void read(Population.Period period) throws SQLException {
        actAs(period.userId());
        read.setObject(1, period.userId());
        read.setObject(2, period.id());
        if (readAll(read) != 1) {
            throw new IllegalStateException("a period was not found");
        }
        connection().commit();
    }
}
