package dev.trellis.bench.stage;

import dev.trellis.bench.harness.HttpConnection;
import java.io.IOException;
import java.sql.SQLException;

/** One of the server's nightly jobs, run when the bench says so. */
public final class NightJob {
    private static final long BETWEEN_QUESTIONS_MILLIS = 200;

    private final Postgres database;
    private final int port;
    private final String name;

    /** The job of that name, of the server on this port. */
    public NightJob(Postgres database, int port, String name) {
        this.database = database;
        this.port = port;
        this.name = name;
    }

    /** Keeps its own schedule from coming in between. */
    public void postpone() throws SQLException {
        execute("update scheduled_tasks set execution_time = now() + interval '10 days' where task_name = '" + name
                + "' and not picked");
    }

    /** Has it run, as an operator would; returns the seconds from its beginning to its end. */
    public double run(String operator, int expected) throws IOException, InterruptedException, SQLException {
        execute("delete from job_runs where job = '" + name + "'");
        try (var connection = new HttpConnection(port)) {
            var answer = connection.exchange("POST", "/operations/jobs/" + name + "/run", operator, "");
            if (answer.status() >= 300) {
                throw new IOException("the job did not start: " + answer.status() + " "
                        + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        while (true) {
            var seconds = seconds(expected);
            if (seconds > 0) {
                return seconds;
            }
            Thread.sleep(BETWEEN_QUESTIONS_MILLIS);
        }
    }

    private double seconds(int expected) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select done, failed, coalesce(error, (select max(last_error) from event_deliveries)),
                               extract(epoch from finished_at - started_at)
                          from job_runs
                         where job = '%s' and finished_at is not null
                        """.formatted(name))) {
            if (!row.next()) {
                return 0;
            }
            if (row.getLong(1) != expected || row.getLong(2) != 0 || row.getString(3) != null) {
                throw new IllegalStateException("the job did " + row.getLong(1) + " of " + expected + ", "
                        + row.getLong(2) + " with failures, " + row.getString(3));
            }
            return row.getDouble(4);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
