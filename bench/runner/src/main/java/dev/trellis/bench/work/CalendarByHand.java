package dev.trellis.bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Yardsticks: days of the calendar as JSON, as the entries are kept, and put together from the tables of the plan. */
final class CalendarByHand extends ByHand {
    private final PreparedStatement rendered;
    private final PreparedStatement joined;

    CalendarByHand(Connection connection) throws SQLException {
        super(connection);
        rendered = prepare("""
                select rendered
                  from calendar_events
                 where user_id = ? and date between ? and ?
                 order by date, start_time nulls last, kind, id
                """);
        joined = prepare("""
                select coalesce(json_agg(json_build_object(
                           'id', c.id, 'program_id', c.program_id,
                           'item_id', coalesce(c.session_instance_id, c.meal_instance_id), 'kind', c.kind, 'date', c.date,
                           'start_time', c.start_time, 'title', c.title, 'status', c.status, 'revision', c.revision,
                           'changes', c.changes, c.kind, coalesce(s.detail, m.detail))
                           order by c.date, c.start_time nulls last, c.kind, c.id), '[]')
                  from calendar_events c
                  left join lateral (
                       select json_build_object(
                                  'kind', s.kind, 'week_number', s.week_number, 'light', s.light, 'hard', s.hard,
                                  'minutes', s.minutes, 'cardio', s.cardio, 'exercises',
                                  json_agg(json_build_object(
                                      'exercise_id', i.exercise_id, 'name', x.name, 'slot', i.slot, 'sets', i.sets,
                                      'rep_min', i.rep_min, 'rep_max', i.rep_max, 'timed', i.timed,
                                      'in_reserve', i.in_reserve, 'rest_seconds', i.rest_seconds,
                                      'percent_low', i.percent_low, 'percent_high', i.percent_high, 'load_kg', i.load_kg)
                                      order by i.position)) as detail
                         from session_instances s
                         left join exercise_plan_items i on i.user_id = s.user_id and i.session_instance_id = s.id
                         left join exercises x on x.exercise_id = i.exercise_id
                        where s.user_id = c.user_id and s.id = c.session_instance_id
                        group by s.user_id, s.id) s on c.kind = 'session'
                  left join lateral (
                       select json_build_object(
                                  'meal', m.meal_type, 'kcal', m.kcal, 'protein', m.protein_g, 'carbs', m.carbs_g,
                                  'fat', m.fat_g, 'fibre', m.fibre_g, 'items',
                                  json_agg(json_build_object(
                                      'food_id', i.food_id, 'name', f.name, 'grams', i.grams, 'kcal', i.kcal)
                                      order by i.position)) as detail
                         from meal_instances m
                         left join meal_item_plan i on i.user_id = m.user_id and i.meal_instance_id = m.id
                         left join foods f on f.food_id = i.food_id
                        where m.user_id = c.user_id and m.id = c.meal_instance_id
                        group by m.user_id, m.id) m on c.kind = 'meal'
                 where c.user_id = ? and c.date between ? and ?
                """);
    }

    void rendered(UUID user, LocalDate from, LocalDate to) throws SQLException {
        read(rendered, user, from, to);
    }

    void joined(UUID user, LocalDate from, LocalDate to) throws SQLException {
        read(joined, user, from, to);
    }

    private void read(PreparedStatement statement, UUID user, LocalDate from, LocalDate to) throws SQLException {
        actAs(user);
        statement.setObject(1, user);
        statement.setObject(2, from);
        statement.setObject(3, to);
        var length = 0;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                length += rows.getString(1).length();
            }
        }
        if (length < 1000) {
            throw new IllegalStateException("a week was not found");
        }
        connection().commit();
    }
}
