package dev.trellis.bench.stage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People with a past, made in bulk by SQL, already logged in: their tokens are known, the server finds the hashes. */
public final class Population {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final int DAYS = 14;

    private final Postgres database;
    private final String tokens;

    private Population(Postgres database, String tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /** A period and the token of the person it belongs to. */
    public record Period(UUID userId, UUID id, String token) {}

    /** Empties the database of people and makes so many new ones; the first is an operator. */
    public static Population make(Postgres database, int people) throws SQLException {
        // The server remembers tokens for a moment: no two populations share any.
        var tokens = "trla_bench-" + MADE.incrementAndGet() + "-";
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("truncate users cascade");
            statement.execute("create schema if not exists bench");
            statement.execute("drop table if exists bench.people");
            statement.execute("create table bench.people (position int primary key, id uuid not null)");
            statement.execute("""
                    with made as (
                        insert into users (email, display_name, roles, time_zone)
                        select 'person-' || n || '@example.org', 'Person ' || n,
                               case when n = 0 then array['participant', 'admin'] else array['participant'] end, 'UTC'
                          from generate_series(0, %d - 1) n
                        returning id, email)
                    insert into bench.people
                    select split_part(split_part(email, '-', 2), '@', 1)::int, id from made
                    """.formatted(people));
            statement.execute("""
                    insert into sessions (user_id, access_hash, access_expires_at, refresh_hash, rotated_at, expires_at)
                    select id, sha256(convert_to('%1$s' || position, 'UTF8')), now() + interval '1 day',
                           sha256(convert_to('refresh %1$s' || position, 'UTF8')), now(), now() + interval '1 day'
                      from bench.people
                    """.formatted(tokens));
        }
        return new Population(database, tokens);
    }

    /** The token of the operator. */
    public String operator() {
        return token(0);
    }

    /** The token of the person at this position. */
    public String token(int position) {
        return tokens + position;
    }

    /** Gives everybody so many completed periods of two weeks, one after the other, and a context log beside them. */
    public void live(int periods) throws SQLException {
        for (var period = 1; period <= periods; period++) {
            var first = DAYS * (period + 1);
            try (var connection = bulk()) {
                begin(connection, "Period " + period, first, 0, Integer.MAX_VALUE);
                finish(connection, "Period " + period);
                logContext(connection, first);
                connection.commit();
            }
        }
    }

    /** Opens a period for the people at these positions, two weeks long, checked in daily; its last day was yesterday. */
    public List<Period> open(String name, int from, int until) throws SQLException {
        try (var connection = bulk()) {
            begin(connection, name, DAYS, from, until);
            connection.commit();
        }
        var opened = new ArrayList<Period>();
        try (var connection = database.superuser();
                var statement = connection.prepareStatement("""
                        select p.user_id, p.id, b.position
                          from intervention_periods p
                          join bench.people b on b.id = p.user_id
                         where p.intervention_name = ? and b.position >= ? and b.position < ?
                         order by b.position
                        """)) {
            statement.setString(1, name);
            statement.setInt(2, from);
            statement.setInt(3, until);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    opened.add(new Period(
                            rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), tokens + rows.getInt(3)));
                }
            }
        }
        return List.copyOf(opened);
    }

    /** Undoes all completions of this name: what they wrote is gone, the periods and their habits are active again. */
    public void reopen(String name) throws SQLException {
        try (var connection = bulk();
                var statement = connection.createStatement()) {
            statement.execute("truncate event_deliveries, events, notifications, completion_summaries");
            statement.execute("""
                    update user_habits h set status = 'active'
                      from intervention_periods p
                     where p.intervention_name = '%1$s' and p.status = 'completed'
                       and h.user_id = p.user_id and h.intervention_period_id = p.id
                    """.formatted(name));
            statement.execute("""
                    update intervention_periods
                       set status = 'active', auto_completed = false, completed_at = null, actual_end_date = null
                     where intervention_name = '%1$s' and status = 'completed'
                    """.formatted(name));
            connection.commit();
        }
        settle("full, analyze", "intervention_periods", "user_habits");
    }

    /** Lets the database come to rest: statistics taken, dead rows gone, everything on disk. */
    public void settle() throws SQLException {
        settle("analyze");
    }

    /** Lets it come to rest after rows of these tables were deleted; what is known about the others stays known. */
    void clearUp(String... tables) throws SQLException {
        settle("analyze false", tables);
    }

    private void settle(String options, String... tables) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (" + options + ") " + String.join(", ", tables));
            statement.execute("checkpoint");
        }
    }

    /** Foreign keys and triggers are not fired: the rows are right by construction, and seeding takes long enough. */
    private Connection bulk() throws SQLException {
        var connection = database.superuser();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
        }
        return connection;
    }

    private static void begin(Connection connection, String name, int daysAgo, int from, int until)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temp table fresh on commit drop as
                    with made as (
                        insert into intervention_periods
                               (user_id, intervention_name, category, selected_habits, start_date, end_date,
                                planned_duration_days)
                        select id, '%1$s', 'sleep', '{Lights out at eleven,No screens in bed,A walk before dinner}',
                               current_date - %2$d, current_date - %2$d + %3$d, %3$d
                          from bench.people
                         where position >= %4$d and position < %5$d
                         order by position
                        returning user_id, id, start_date)
                    select user_id, id, start_date, abs(hashtext(id::text)) %% 1000 as salt from made
                    """.formatted(name, daysAgo, DAYS, from, until));
            statement.execute("""
                    insert into daily_progress (user_id, period_id, day, habits, completion, mood)
                    select user_id, id, start_date + day,
                           '{"01900000-0000-7000-8000-000000000001": true, "01900000-0000-7000-8000-000000000002": false,
                             "01900000-0000-7000-8000-000000000003": true}',
                           (array[33, 67, 100])[1 + (salt + day * 7) %% 3], 1 + (salt + day * 3 + day * day) %% 5
                      from fresh, generate_series(0, %d - 1) as day
                     order by user_id, day
                    """.formatted(DAYS));
            statement.execute("""
                    insert into user_habits (user_id, origin, name, intervention_period_id)
                    select user_id, 'intervention', name, id
                      from fresh, unnest(array['Lights out at eleven', 'No screens in bed', 'A walk before dinner']) as name
                    """);
        }
    }

    private static void finish(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    update intervention_periods
                       set status = 'completed', completed_at = end_date::timestamptz, actual_end_date = end_date - 1
                     where intervention_name = '%s'
                    """.formatted(name));
            statement.execute("""
                    insert into completion_summaries
                           (user_id, intervention_period_id, adherence_rate, average_mood, mood_trend, summary_json)
                    select user_id, id, 66.67, 3.00, 'stable', '{"tracked_days": 14, "total_days": 14}' from fresh
                    """);
            statement.execute("""
                    with made as (
                        insert into events (user_id, type, subject_id, actor, occurred_at, payload)
                        select user_id, 'intervention.completed', id, 'job', now(),
                               jsonb_build_object('user_id', user_id, 'period_id', id)
                          from fresh
                        returning user_id, id)
                    insert into event_deliveries (user_id, event_id, handler, status, attempts)
                    select user_id, id, handler, 'done', 1
                      from made, unnest(array['complete_related_habits', 'generate_completion_summary',
                                              'send_completion_notification']) as handler
                    """);
            statement.execute("""
                    insert into notifications (user_id, type, title, body, source_event_id, read)
                    select user_id, 'intervention_completed', 'Completed', 'Your summary shows how it went.', id, true
                      from fresh
                    """);
        }
    }

    private static void logContext(Connection connection, int daysAgo) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into user_context_log (user_id, day, mood, sleep_hours, stress, energy)
                    select user_id, start_date + day, 1 + (salt + day) %% 5, 6 + (salt + day * 5) %% 5 * 0.5,
                           1 + (salt + day * 2) %% 5, 1 + (salt + day * 3) %% 5
                      from fresh, generate_series(0, %d - 1) as day
                        on conflict do nothing
                    """.formatted(DAYS));
        }
    }
}
