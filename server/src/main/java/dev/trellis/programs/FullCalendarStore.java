package dev.trellis.programs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The hottest read: days of the calendar with all they hold, written as JSON where they are kept. The entry carries its
 * session or meal whole; the plan below is looked at only where something was changed, to show what had been planned.
 */
@ApplicationScoped
class FullCalendarStore {
    /** Days as they are kept, and whether that is not all there is to say of them. */
    private record Kept(String json, boolean withMore) {}

    /** Of one person, from one day to another, both included. */
    String between(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        // Most weeks are as planned, and planning the large statement takes the database longer than running the small
        // one.
        var kept = asKept(tx, userId, from, to);
        return kept.withMore() ? withPlanned(tx, userId, from, to) : kept.json();
    }

    private static Kept asKept(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select json_build_object('from', :from::date, 'to', :to::date, 'events',
                                   coalesce(json_agg(json_build_object(
                                       'id', c.id,
                                       'program_id', c.program_id,
                                       'item_id', coalesce(c.session_instance_id, c.meal_instance_id),
                                       'kind', c.kind,
                                       'date', c.date,
                                       'start_time', c.start_time,
                                       'title', c.title,
                                       'status', c.status,
                                       'revision', c.revision,
                                       'changes', c.changes,
                                       c.kind, c.detail,
                                       'planned', null)
                                       order by c.date, c.start_time nulls last, c.kind, c.id), '[]'))::text as json,
                               coalesce(bool_or(c.changes <> '{}' or p.numbers_hidden), false) as with_more
                          from calendar_events c
                          join programs p on p.user_id = c.user_id and p.id = c.program_id
                         where c.user_id = :user and c.date between :from and :to
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Kept.class)
                .one();
    }

    private static String withPlanned(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select json_build_object('from', :from::date, 'to', :to::date, 'events',
                                   coalesce(json_agg(e.entry order by e.date, e.start_time nulls last, e.kind, e.id), '[]'))
                          from (select c.date, c.start_time, c.kind, c.id,
                                       json_build_object(
                                           'id', c.id,
                                           'program_id', c.program_id,
                                           'item_id', coalesce(c.session_instance_id, c.meal_instance_id),
                                           'kind', c.kind,
                                           'date', c.date,
                                           'start_time', c.start_time,
                                           'title', c.title,
                                           'status', c.status,
                                           'revision', c.revision,
                                           'changes', c.changes,
                                           c.kind, case when p.numbers_hidden and c.kind = 'meal'
                                                        then (c.detail - '{kcal,protein,carbs,fat,fibre}'::text[])
                                                             || jsonb_build_object('items',
                                                                    (select jsonb_agg(item - 'kcal')
                                                                       from jsonb_array_elements(c.detail -> 'items') item))
                                                        else c.detail end,
                                           'planned', case when c.changes = '{}' then null
                                                           when c.kind = 'session' then
                               (select json_build_object(
                                           'date', s.date,
                                           'start_time', s.start_time,
                                           'session', json_build_object(
                                               'kind', s.kind,
                                               'week_number', s.week_number,
                                               'light', s.light,
                                               'hard', s.hard,
                                               'minutes', s.minutes,
                                               'exercises',
                                               (select coalesce(json_agg(json_build_object(
                                                           'exercise_id', i.exercise_id,
                                                           'name', x.name,
                                                           'slot', i.slot,
                                                           'sets', i.sets,
                                                           'rep_min', i.rep_min,
                                                           'rep_max', i.rep_max,
                                                           'timed', i.timed,
                                                           'in_reserve', i.in_reserve,
                                                           'rest_seconds', i.rest_seconds,
                                                           'percent_low', i.percent_low,
                                                           'percent_high', i.percent_high,
                                                           'load_kg', i.load_kg) order by i.position), '[]')
                                                  from exercise_plan_items i
                                                  join exercises x on x.exercise_id = i.exercise_id
                                                 where i.user_id = s.user_id and i.session_instance_id = s.id),
                                               'cardio', s.cardio,
                                               'note', null))
                                  from session_instances s
                                 where s.user_id = c.user_id and s.id = c.session_instance_id)
                                                           else
                               (select json_build_object(
                                           'date', m.date,
                                           'start_time', m.start_time,
                                           'meal', json_strip_nulls(json_build_object(
                                               'meal', m.meal_type,
                                               'kcal', case when not p.numbers_hidden then m.kcal end,
                                               'protein', case when not p.numbers_hidden then m.protein_g end,
                                               'carbs', case when not p.numbers_hidden then m.carbs_g end,
                                               'fat', case when not p.numbers_hidden then m.fat_g end,
                                               'fibre', case when not p.numbers_hidden then m.fibre_g end,
                                               'items',
                                               (select coalesce(json_agg(json_build_object(
                                                           'food_id', i.food_id,
                                                           'name', f.name,
                                                           'grams', i.grams,
                                                           'kcal', case when not p.numbers_hidden then i.kcal end)
                                                           order by i.position), '[]')
                                                  from meal_item_plan i
                                                  join foods f on f.food_id = i.food_id
                                                 where i.user_id = m.user_id and i.meal_instance_id = m.id))))
                                  from meal_instances m
                                 where m.user_id = c.user_id and m.id = c.meal_instance_id)
                                                      end) as entry
                                  from calendar_events c
                                  join programs p on p.user_id = c.user_id and p.id = c.program_id
                                 where c.user_id = :user and c.date between :from and :to) e
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .one();
    }
}
