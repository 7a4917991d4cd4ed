package dev.trellis.bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Yardstick: the nightly evaluation of students as set-based SQL, a batch of courses a transaction, with nothing leaving
 * the database: the same indicators, the rules as expressions, assessments, states, cases with their deadlines, a trainer
 * for each, and the events of all that. Notes are a date and a level, without the sentences the server writes.
 */
final class AssessByHand extends ByHand {
    private static final String MEASURE = """
            insert into measured
            with enrolled as materialized (
                select e.user_id, e.id as enrollment_id, e.course_id, t.day, c.pass_mark, e.attempt,
                       greatest(c.start_date, e.enrolled_on) as begins, coalesce(x.excluded, '{}') as excluded,
                       window_start(x.excluded, t.day, 28) as sessions_from,
                       window_start(x.excluded, t.day, 14) as events_from
                  from (select g.course_id, d.day from unnest(?::uuid[]) as g (course_id) cross join (select current_date - 1 as day) as d) as t
                  join courses c on c.id = t.course_id
                  join student_enrollments e on e.course_id = c.id
                  left join lateral (
                       select range_agg(daterange(from_day, until_day, '[]')) as excluded
                         from (select b.from_day, b.until_day from course_breaks b where b.course_id = e.course_id
                               union all
                               select a.from_day, a.until_day from excused_absences a
                                where a.user_id = e.user_id and a.course_id = e.course_id) as pauses) x on true
                 where t.day - greatest(c.start_date, e.enrolled_on) >= 14
                   and (e.ended_on is null or e.ended_on > t.day)
                   and not exists (select from student_choices o
                                    where o.user_id = e.user_id and not o.automated_scoring)),
            happened as materialized (
                select e.user_id, e.course_id, e.day as on_day, e.excluded, e.sessions_from, e.events_from,
                       l.id, l.kind, l.day, l.occurred_at, l.item_id, l.value, l.weight, l.excused, l.partner
                  from enrolled e
                  join learning_events l on l.course_id = e.course_id and l.user_id = e.user_id
                 where l.day <= e.day and l.received_at <= now()),
            activity as (
                select user_id, course_id,
                       count(*) filter (where is_session) as sessions,
                       count(*) filter (where is_session and value = 1) as attended,
                       max(day) filter (where kind <> 'grade' and (kind <> 'attendance' or value = 1)) as last_active,
                       count(*) filter (where kind not in ('grade', 'attendance') and day >= events_from) as events
                  from (select h.*, kind = 'attendance' and not excused and day >= sessions_from
                                    and not excluded @> day as is_session
                          from happened h) as h
                 group by user_id, course_id),
            grades as (
                select user_id, course_id, count(*) as graded, sum(value * weight) / sum(weight) as grade,
                       avg(value) filter (where recent <= 3) as latest,
                       avg(value) filter (where recent between 4 and 6) as before
                  from (select g.*, row_number() over (partition by user_id, course_id
                                                       order by occurred_at desc, id desc) as recent
                          from (select distinct on (user_id, course_id, coalesce(item_id, id))
                                       user_id, course_id, id, occurred_at, value, weight
                                  from happened
                                 where kind = 'grade'
                                 order by user_id, course_id, coalesce(item_id, id), occurred_at desc, id desc) as g
                       ) as g
                 group by user_id, course_id),
            done as (
                select user_id, course_id, item_id,
                       min(day) filter (where kind in ('submission', 'resubmission')) as handed_in,
                       max(case kind when 'resubmission' then 5 when 'feedback_reply' then 4
                                     when 'feedback_view' then 3 when 'submission' then 2 else 1 end) as depth,
                       1 + least(4, count(distinct partner)) as breadth
                  from happened
                 where item_id is not null and kind not in ('grade', 'attendance')
                 group by user_id, course_id, item_id),
            asked as (
                select user_id, course_id,
                       count(*) filter (where is_due) as due,
                       count(*) filter (where is_due and on_time) as on_time,
                       coalesce(min(recent) filter (where is_due and on_time) - 1,
                                count(*) filter (where is_due)) as missed_in_row,
                       avg(least(depth, cognitive_potential)::float8 / cognitive_potential)
                           filter (where is_open) * 2 - 1 as cog_depth,
                       avg(least(breadth, social_potential)::float8 / social_potential)
                           filter (where is_open) * 2 - 1 as soc_breadth
                  from (select i.*, row_number() over (partition by user_id, course_id, is_due
                                                       order by due_on desc, id) as recent
                          from (select e.user_id, e.course_id, i.id, i.due_on, i.cognitive_potential,
                                       i.social_potential, coalesce(d.depth, 0) as depth,
                                       coalesce(d.breadth, 0) as breadth,
                                       coalesce(d.handed_in <= i.due_on + i.grace_days, false) as on_time,
                                       coalesce(i.due_on + i.grace_days <= e.day and i.due_on >= e.begins
                                                and not e.excluded @> i.due_on, false) as is_due,
                                       coalesce(i.due_on, i.available_on + 7) <= e.day as is_open
                                  from enrolled e
                                  join course_items i on i.course_id = e.course_id
                                  left join done d on d.user_id = e.user_id and d.course_id = e.course_id
                                                  and d.item_id = i.id) as i
                       ) as i
                 group by user_id, course_id),
            compared as (
                select e.*, a.sessions, a.attended, coalesce(a.last_active, e.begins) as last_active,
                       count(*) over course as students,
                       ln(1 + coalesce(a.events, 0))::float8 as engaged,
                       avg(ln(1 + coalesce(a.events, 0))::float8) over course as engaged_mean,
                       stddev_samp(ln(1 + coalesce(a.events, 0))::float8) over course as engaged_deviation
                  from enrolled e
                  left join activity a on a.user_id = e.user_id and a.course_id = e.course_id
                window course as (partition by e.course_id))
            select c.user_id, c.enrollment_id, c.course_id, c.day, c.pass_mark,
                   case when c.sessions >= 4 then c.attended::float8 / c.sessions end as attendance,
                   greatest(0, c.day - c.last_active - days_within(c.excluded, c.last_active + 1, c.day))
                       as days_inactive,
                   case when k.due >= 2 then k.on_time::float8 / k.due end as submission_rate,
                   coalesce(k.missed_in_row, 0)::int as missed_in_row,
                   case when g.graded >= 2 then g.grade::float8 end as grade,
                   case when g.graded >= 4 then (g.latest - g.before)::float8 end as grade_trend,
                   case when c.students >= 15 and c.engaged_deviation > 0
                        then (c.engaged - c.engaged_mean) / c.engaged_deviation end as engagement_z,
                   k.cog_depth, k.soc_breadth,
                   (select sum(oc.credits)
                      from student_enrollments o
                      join courses oc on oc.id = o.course_id
                     where o.user_id = c.user_id and c.day between oc.start_date and oc.end_date
                       and (o.ended_on is null or o.ended_on > c.day))::float8 / 30::float8
                       as load_ratio,
                   c.attempt - 1 as previous_attempts,
                   exists (select from trainer_concerns tc
                            where tc.user_id = c.user_id and tc.course_id = c.course_id
                              and tc.day between c.day - 27 and c.day and tc.created_at <= now())
                       as trainer_concern,
                   s.level, s.lower_level
              from compared c
              left join asked k on k.user_id = c.user_id and k.course_id = c.course_id
              left join grades g on g.user_id = c.user_id and g.course_id = c.course_id
              left join risk_states s on s.user_id = c.user_id and s.enrollment_id = c.enrollment_id
             where s.evaluated_on is null or s.evaluated_on <= c.day - 7
            """;

    private static final List<String> EFFECTS = List.of("""
            insert into judged
            select m.*, points, codes,
                   case when points >= 9 then 'critical'
                        when points >= 6 or attendance < 0.5 or days_inactive >= 21 and submission_rate < 0.6 then 'high'
                        when points >= 3 then 'moderate' else 'low' end, uuidv7(), gen_random_uuid()
              from measured m
             cross join lateral (
                   select coalesce(sum(worth), 0)::int as points, coalesce(array_agg(code order by place), '{}') as codes
                     from (values (1, 'ATTENDANCE_LT_80', 3, attendance < 0.8),
                                  (2, 'ATTENDANCE_LT_90', 2, attendance >= 0.8 and attendance < 0.9),
                                  (3, 'INACTIVE_21D', 3, days_inactive >= 21),
                                  (4, 'INACTIVE_14D', 2, days_inactive between 14 and 20),
                                  (5, 'INACTIVE_7D', 1, days_inactive between 7 and 13),
                                  (6, 'SUBMISSIONS_LT_60', 3, submission_rate < 0.6),
                                  (7, 'SUBMISSIONS_LT_80', 2, submission_rate >= 0.6 and submission_rate < 0.8),
                                  (8, 'MISSED_2_IN_ROW', 1, missed_in_row >= 2),
                                  (9, 'GRADE_FAR_BELOW_PASS', 3, grade < pass_mark - 10),
                                  (10, 'GRADE_BELOW_PASS', 2, grade >= pass_mark - 10 and grade < pass_mark),
                                  (11, 'GRADE_NEAR_PASS', 1, grade >= pass_mark and grade < pass_mark + 5),
                                  (12, 'GRADE_DROP_15', 2, grade_trend <= -15),
                                  (13, 'GRADE_DROP_8', 1, grade_trend > -15 and grade_trend <= -8),
                                  (14, 'ENGAGEMENT_Z_LE_1_5', 2, engagement_z <= -1.5),
                                  (15, 'ENGAGEMENT_Z_LE_1_0', 1, engagement_z > -1.5 and engagement_z <= -1),
                                  (16, 'COGNITIVE_DEPTH_LOW', 1, cog_depth <= -0.5),
                                  (17, 'SOCIAL_BREADTH_LOW', 1, soc_breadth <= -0.5),
                                  (18, 'CREDIT_LOAD_HIGH', 1, load_ratio > 1.2),
                                  (19, 'REPEAT_ATTEMPT', 1, previous_attempts >= 1),
                                  (20, 'TRAINER_CONCERN', 2, trainer_concern)) as r (place, code, worth, holds)
                    where holds) as rules
             where num_nonnulls(attendance, days_inactive, submission_rate, grade, grade_trend, engagement_z, cog_depth,
                                soc_breadth) >= 3
            """, """
            insert into risk_assessments (user_id, id, enrollment_id, course_id, assessed_on, known_until, rule_set, points,
                                          found_level, level, reasons, indicators)
            select user_id, assessment_id, enrollment_id, course_id, day, now(), 'by-hand', points, found, found, codes,
                   jsonb_build_object('attendance', attendance, 'days_inactive', days_inactive,
                                      'submission_rate', submission_rate, 'missed_in_row', missed_in_row, 'grade', grade,
                                      'grade_trend', grade_trend, 'engagement_z', engagement_z, 'cog_depth', cog_depth,
                                      'soc_breadth', soc_breadth, 'load_ratio', load_ratio,
                                      'previous_attempts', previous_attempts, 'trainer_concern', trainer_concern)
              from judged
            """, """
            insert into risk_states (user_id, enrollment_id, course_id, evaluated_on, assessment_id, level, points)
            select user_id, enrollment_id, course_id, day, assessment_id, found, points from judged
            """, """
            insert into student_interventions (id, student_id, enrollment_id, course_id, risk_level, risk_reasons,
                                               intervention_type, notes)
            select case_id, user_id, enrollment_id, course_id, found, codes, 'trainer_message', day || ': ' || found
              from judged where found <> 'low'
                on conflict (student_id, course_id) where deleted_at is null and status in ('pending', 'in_progress')
                do nothing
            """, """
            insert into case_follow_ups (user_id, case_id, course_id, due_on)
            select user_id, case_id, course_id, current_date + 2 from judged where found <> 'low'
            """, """
            insert into events (user_id, type, subject_id, occurred_at, payload)
            select user_id, 'student.case_opened', case_id, now(),
                   jsonb_build_object('user_id', user_id, 'subject_id', case_id, 'course_id', course_id, 'level', found,
                                      'reasons', codes)
              from judged where found <> 'low'
            """, """
            insert into student_trainers (user_id, course_id, trainer_id, origin)
            select j.user_id, j.course_id, s.trainer_id, 'case'
              from judged j join course_staff s on s.course_id = j.course_id
             where j.found <> 'low'
                on conflict do nothing
            """, """
            update student_interventions i set assigned_trainer_id = s.trainer_id, assigned_at = now()
              from judged j join course_staff s on s.course_id = j.course_id
             where i.id = j.case_id
            """, """
            with published as (
                insert into events (user_id, type, subject_id, occurred_at, payload)
                select j.user_id, 'student.case_assigned', j.case_id, now(),
                       jsonb_build_object('user_id', j.user_id, 'subject_id', j.case_id, 'course_id', j.course_id,
                                          'course_title', c.title, 'student_name', e.student_name,
                                          'trainer_id', s.trainer_id, 'due_on', current_date + 2)
                  from judged j
                  join courses c on c.id = j.course_id
                  join course_staff s on s.course_id = j.course_id
                  join student_enrollments e on e.user_id = j.user_id and e.id = j.enrollment_id
                 where j.found <> 'low'
                returning user_id, id)
            insert into event_deliveries (user_id, event_id, handler, status, next_attempt_at)
            select user_id, id, 'tell_of_assigned_case', 'pending', now() from published
            """);

    private final PreparedStatement measure;
    private final List<PreparedStatement> effects = new ArrayList<>();

    AssessByHand(Connection connection) throws SQLException {
        super(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temp table measured (
                        user_id uuid, enrollment_id uuid, course_id uuid, day date, pass_mark numeric, attendance float8,
                        days_inactive int, submission_rate float8, missed_in_row int, grade float8, grade_trend float8,
                        engagement_z float8, cog_depth float8, soc_breadth float8, load_ratio float8, previous_attempts int,
                        trainer_concern boolean, level text, lower_level text) on commit delete rows
                    """);
            statement.execute("""
                    create temp table judged (like measured, points int, codes text[], found text, assessment_id uuid,
                                              case_id uuid) on commit delete rows
                    """);
        }
        connection.commit();
        measure = prepare(MEASURE);
        for (var effect : EFFECTS) {
            effects.add(prepare(effect));
        }
    }

    /** Evaluates these courses in one transaction; returns how many enrollments there were. */
    int assess(List<UUID> courses) throws SQLException {
        measure.setArray(1, connection().createArrayOf("uuid", courses.toArray()));
        var measured = measure.executeUpdate();
        for (var effect : effects) {
            effect.executeUpdate();
        }
        connection().commit();
        return measured;
    }
}
