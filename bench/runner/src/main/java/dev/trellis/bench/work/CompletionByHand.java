package dev.trellis.bench.work;

import dev.trellis.bench.stage.Population;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Yardstick: completing one period with all its effects, the same statements in one transaction, a savepoint around
 * each of the three reactions. The figures of the summary are not computed, only read and written.
 */
final class CompletionByHand extends ByHand {
    private static final String SUMMARY = """
            {"tracked_days": 14, "total_days": 14, "missed_days": 0, "current_streak": 14, "longest_streak": 14,
             "avg_completion": 66.71, "mood_first_half": 3.00, "mood_second_half": 2.86, "mood_trend_reason": null,
             "effect": null, "correlations": [], "auto_completed": false, "early": false,
             "sentences": ["You recorded 14 of 14 days and did 66.71 % of your plan on them.",
                           "Your mood averaged 2.9 of 5 over the 14 days you noted it, 3.00 in the first half (7 days) and \
            2.86 in the second (7 days): about the same.",
                           "There are too few days from before the period to say whether your mood changed."]}
            """;

    private final PreparedStatement close;
    private final PreparedStatement append;
    private final PreparedStatement habits;
    private final PreparedStatement facts;
    private final PreparedStatement context;
    private final PreparedStatement summary;
    private final PreparedStatement notification;
    private final PreparedStatement deliveries;

    CompletionByHand(Connection connection) throws SQLException {
        super(connection);
        close = prepare("""
                update intervention_periods
                   set status = 'completed', completed_at = now(),
                       actual_end_date = greatest(start_date, least(end_date - 1,
                           (select day_of(now(), u.time_zone, u.day_start) from users u where u.id = ?)))
                 where user_id = ? and id = ? and status in ('active', 'paused')
                returning id, intake_id, recommendation_id, intervention_id, intervention_name, category, selected_habits,
                          start_date, end_date, actual_end_date, completed_at, planned_duration_days, status,
                          auto_completed, cycle_phase, outcome, notes, created_at, updated_at
                """);
        append = prepare("""
                insert into events (user_id, type, subject_id, occurred_at, payload)
                values (?, 'intervention.completed', ?, now(), ?::jsonb)
                returning id
                """);
        habits = prepare("""
                update user_habits set status = 'completed'
                 where user_id = ? and intervention_period_id = ? and status = 'active'
                """);
        facts = prepare(FACTS);
        context = prepare("""
                select day, mood, sleep_hours, stress, energy, pain
                  from user_context_log
                 where user_id = ? and day between ? and ?
                 order by day
                """);
        summary = prepare("""
                insert into completion_summaries
                       (user_id, intervention_period_id, adherence_rate, average_mood, mood_trend, summary_json)
                values (?, ?, 66.71, 2.93, 'stable', ?::jsonb)
                    on conflict (user_id, intervention_period_id) do nothing
                """);
        notification = prepare("""
                insert into notifications (user_id, source_event_id, type, title, body, data)
                values (?, ?, 'intervention_completed', ?, ?, ?::jsonb)
                    on conflict (user_id, source_event_id, type) do nothing
                """);
        deliveries = prepare("""
                insert into event_deliveries (user_id, event_id, handler, status, attempts)
                select ?, ?, handler, 'done', 1
                  from unnest(array['complete_related_habits', 'generate_completion_summary',
                                    'send_completion_notification']) as handler
                """);
    }

    private static final String FACTS = """
            select p.user_id, p.id, p.start_date, p.end_date, p.actual_end_date, p.auto_completed, p.outcome,
                   day_of(p.completed_at, u.time_zone, u.day_start) = p.actual_end_date as ended_on_last_day,
                   exists (select from intervention_periods o
                            where o.user_id = p.user_id and o.id <> p.id
                              and o.start_date between p.start_date - 3 and p.start_date + 3) as confounded,
                   d.days, d.completions, d.moods, s.paused_on, s.resumed_on, e.days, e.moods
              from intervention_periods p
              join users u on u.id = p.user_id
              left join lateral (
                   select array_agg(day order by day) as days, array_agg(completion order by day) as completions,
                          array_agg(mood order by day) as moods
                     from daily_progress
                    where user_id = p.user_id and period_id = p.id) d on true
              left join lateral (
                   select array_agg(paused_on order by paused_on) as paused_on,
                          array_agg(resumed_on order by paused_on) as resumed_on
                     from period_pauses
                    where user_id = p.user_id and period_id = p.id) s on true
              left join lateral (
                   select array_agg(day order by day) as days, array_agg(mood order by day) as moods
                     from (select day, avg(mood)::float8 as mood
                             from daily_progress
                            where user_id = p.user_id and mood is not null
                              and day >= p.start_date - 28 and day < p.start_date
                            group by day) daily) e on true
             where p.user_id = ? and p.id = ?
            """;

    void complete(Population.Period period) throws SQLException {
        actAs(period.userId());
        if (readAll(of(period, close)) != 1) {
            throw new IllegalStateException("a period was not active");
        }
        var event = append(period);
        behindSavepoint(() -> of(period, habits).execute());
        behindSavepoint(() -> {
            readAll(of(period, facts));
            readContext(period.userId());
            of(period, summary).setString(3, SUMMARY);
            summary.execute();
        });
        behindSavepoint(() -> notify(period, event));
        deliveries.setObject(1, period.userId());
        deliveries.setObject(2, event);
        deliveries.execute();
        connection().commit();
    }

    private PreparedStatement of(Population.Period period, PreparedStatement statement) throws SQLException {
        statement.setObject(1, period.userId());
        if (statement == close) {
            statement.setObject(2, period.userId());
            statement.setObject(3, period.id());
        } else {
            statement.setObject(2, period.id());
        }
        return statement;
    }

    private UUID append(Population.Period period) throws SQLException {
        of(period, append).setString(3, """
                {"user_id": "%s", "period_id": "%s", "intervention_id": null, "intervention_name": "Better sleep",
                 "start_date": "2026-01-01", "last_day": "2026-01-14", "auto_completed": false}
                """.formatted(period.userId(), period.id()));
        try (var row = append.executeQuery()) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private void readContext(UUID userId) throws SQLException {
        context.setObject(1, userId);
        context.setObject(2, LocalDate.now().minusDays(42));
        context.setObject(3, LocalDate.now());
        readAll(context);
    }

    private void notify(Population.Period period, UUID event) throws SQLException {
        notification.setObject(1, period.userId());
        notification.setObject(2, event);
        notification.setString(3, "You completed “Better sleep”");
        notification.setString(4, """
                You gave it 14 days, from 1 January 2026 to 14 January 2026. Well done for seeing it through. Your summary \
                shows how it went, and what can and cannot be concluded from it.""");
        notification.setString(5, """
                {"period_id": "%1$s", "auto_completed": false, "summary_path": "/intervention-periods/%1$s/summary"}
                """.formatted(period.id()));
        notification.execute();
    }

    private interface Statements {
        void run() throws SQLException;
    }

    private void behindSavepoint(Statements statements) throws SQLException {
        Savepoint savepoint = connection().setSavepoint("handler");
        statements.run();
        connection().releaseSavepoint(savepoint);
    }
}
