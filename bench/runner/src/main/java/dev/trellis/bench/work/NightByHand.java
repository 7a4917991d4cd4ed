package dev.trellis.bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Yardstick: the nightly completion as set-based SQL, a batch a transaction, with nothing leaving the database. Its
 * summaries hold the figures that SQL can tell (adherence, mood and its trend, streaks, missed days) and two sentences;
 * effect and correlations, which the server also works out, are left empty.
 */
final class NightByHand extends ByHand {
    private static final int BATCH = 1000;
    private static final String CLAIM = """
            with expired as (
                select p.user_id, p.id
                  from intervention_periods p
                  join users u on u.id = p.user_id
                 where p.status = 'active' and p.end_date <= current_date + 1
                   and p.end_date <= day_of(now(), u.time_zone, u.day_start)
                 order by p.end_date, p.user_id, p.id
                 limit ?
                   for update of p skip locked),
            closed as (
                update intervention_periods p
                   set status = 'completed', auto_completed = true, completed_at = now(), actual_end_date = p.end_date - 1
                  from expired e
                 where p.user_id = e.user_id and p.id = e.id
                returning p.user_id, p.id, p.intervention_name, p.start_date, p.end_date)
            insert into batch (user_id, id, event_id, name, start_date, days)
            select user_id, id, uuidv7(), intervention_name, start_date, end_date - start_date from closed
            """;
    private static final List<String> EFFECTS = List.of("""
            insert into events (user_id, id, type, subject_id, occurred_at, payload)
            select user_id, event_id, 'intervention.completed', id, now(),
                   jsonb_build_object('user_id', user_id, 'period_id', id, 'intervention_id', null,
                                      'intervention_name', name, 'start_date', start_date,
                                      'last_day', start_date + days - 1, 'auto_completed', true)
              from batch
            """, """
            update user_habits h
               set status = 'completed'
              from batch b
             where h.user_id = b.user_id and h.intervention_period_id = b.id and h.status = 'active'
            """, """
            with records as materialized (
                select b.user_id, b.id, b.days, d.day - b.start_date as n, d.completion, d.mood,
                       (d.day - b.start_date)
                           - row_number() over (partition by b.user_id, b.id order by d.day) as run
                  from batch b
                  join daily_progress d on d.user_id = b.user_id and d.period_id = b.id),
            runs as (
                select user_id, id, count(*) as length, max(n) = max(days) - 1 as reaches_end
                  from records group by user_id, id, run),
            streaks as (
                select user_id, id, max(length) as longest, coalesce(max(length) filter (where reaches_end), 0) as current
                  from runs group by user_id, id),
            figures as (
                select user_id, id, days, count(*) as tracked, round(sum(completion) / days::numeric, 2) as adherence,
                       round(avg(completion), 2) as completion, round(avg(mood), 2) as mood,
                       avg(mood) filter (where n < (days + 1) / 2) as first_half,
                       avg(mood) filter (where n >= (days + 1) / 2) as second_half,
                       count(mood) filter (where n < (days + 1) / 2) >= 4
                           and count(mood) filter (where n >= (days + 1) / 2) >= 4 as enough,
                       greatest(0.30, 0.5 * stddev_samp(mood)) as threshold
                  from records group by user_id, id, days)
            insert into completion_summaries
                   (user_id, intervention_period_id, adherence_rate, average_mood, mood_trend, summary_json)
            select f.user_id, f.id, f.adherence, f.mood,
                   case when not enough then null
                        when second_half - first_half >= threshold then 'improved'
                        when second_half - first_half <= -threshold then 'declined'
                        else 'stable' end,
                   jsonb_build_object(
                       'tracked_days', tracked, 'total_days', days, 'missed_days', days - tracked,
                       'current_streak', current, 'longest_streak', longest, 'avg_completion', completion,
                       'mood_first_half', round(first_half, 2), 'mood_second_half', round(second_half, 2),
                       'mood_trend_reason', null, 'effect', null, 'correlations', '[]'::jsonb,
                       'auto_completed', true, 'early', false,
                       'sentences', jsonb_build_array(
                           format('You recorded %s of %s days and did %s %% of your plan on them.', tracked, days,
                                  completion),
                           format('Your mood averaged %s of 5, %s in the first half and %s in the second.', mood,
                                  round(first_half, 2), round(second_half, 2))))
              from figures f
              join streaks s on s.user_id = f.user_id and s.id = f.id
                on conflict (user_id, intervention_period_id) do nothing
            """, """
            insert into notifications (user_id, source_event_id, type, title, body, data)
            select user_id, event_id, 'intervention_completed', format('You completed “%s”', name),
                   format('Its time of %s days is over (from %s to %s), so it was completed for you. Your summary shows '
                          'how it went, and what can and cannot be concluded from it.', days,
                          to_char(start_date, 'FMDD FMMonth YYYY'), to_char(start_date + days - 1, 'FMDD FMMonth YYYY')),
                   jsonb_build_object('period_id', id, 'auto_completed', true,
                                      'summary_path', format('/intervention-periods/%s/summary', id))
              from batch
                on conflict (user_id, source_event_id, type) do nothing
            """, """
            insert into event_deliveries (user_id, event_id, handler, status, attempts)
            select user_id, event_id, handler, 'done', 1
              from batch
             cross join unnest(array['complete_related_habits', 'generate_completion_summary',
                                     'send_completion_notification']) as handler
            """);

    private final PreparedStatement claim;
    private final List<PreparedStatement> effects = new ArrayList<>();

    NightByHand(Connection connection) throws SQLException {
        super(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temp table batch (user_id uuid, id uuid, event_id uuid, name text, start_date date, days int)
                        on commit delete rows
                    """);
        }
        connection.commit();
        claim = prepare(CLAIM);
        for (var effect : EFFECTS) {
            effects.add(prepare(effect));
        }
    }

    /** Completes batch after batch until none is left; returns how many periods. */
    int completeAll() throws SQLException {
        var all = 0;
        while (true) {
            claim.setInt(1, BATCH);
            var claimed = claim.executeUpdate();
            if (claimed == 0) {
                connection().rollback();
                return all;
            }
            for (var effect : effects) {
                effect.executeUpdate();
            }
            connection().commit();
            all += claimed;
        }
    }
}
