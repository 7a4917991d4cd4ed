-- An entry as it is answered to its person, whole, so that the hottest read of all reads rows and nothing else. Whoever
-- writes an entry writes this too.
alter table calendar_events add rendered text;
-- Sessions are a little longer than what PostgreSQL would squeeze; reading them should not begin with unpacking.
alter table calendar_events set (toast_tuple_target = 8160);

alter table calendar_events no force row level security;
alter table programs no force row level security;
alter table session_instances no force row level security;
alter table exercise_plan_items no force row level security;
alter table meal_instances no force row level security;
alter table meal_item_plan no force row level security;

update calendar_events c
   set rendered = json_build_object(
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
                             || jsonb_build_object('items', (select jsonb_agg(item - 'kcal')
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
                           'meal', (json_strip_nulls(json_build_object(
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
                                 where i.user_id = m.user_id and i.meal_instance_id = m.id)))::jsonb
                               || '{"note": null}'))
                  from meal_instances m
                 where m.user_id = c.user_id and m.id = c.meal_instance_id) end)::text
  from programs p
 where p.user_id = c.user_id and p.id = c.program_id;

alter table calendar_events force row level security;
alter table programs force row level security;
alter table session_instances force row level security;
alter table exercise_plan_items force row level security;
alter table meal_instances force row level security;
alter table meal_item_plan force row level security;

alter table calendar_events alter rendered set not null;
