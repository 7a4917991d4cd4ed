package dev.trellis.students;

import dev.trellis.students.risk.RiskIndicators;
import dev.trellis.students.risk.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Works out the indicators of whole courses in one statement (domain 10.1). What came in after {@code knownUntil} is not
 * looked at, so any past day gives what it gave then.
 */
@ApplicationScoped
class IndicatorReader {
    private final BigDecimal fullLoad;

    IndicatorReader(
            @ConfigProperty(name = "trellis.students.full-load-credits", defaultValue = "30") BigDecimal fullLoad) {
        this.fullLoad = fullLoad;
    }

    /** A course and the day at whose end it is looked at. */
    record CourseDay(UUID courseId, LocalDate day) {}

    /** Which enrollments of the courses are wanted. */
    enum Which {
        /** Those whose last evaluation is a week old, or that have none. */
        DUE,
        /** Those not evaluated on that day yet. */
        NOT_YET_THAT_DAY,
        /** All, whatever was said of them. */
        ALL
    }

    /** One enrollment: its indicators, and what was said of it last. */
    record Measured(
            UUID userId,
            UUID enrollmentId,
            UUID courseId,
            LocalDate day,
            BigDecimal passMark,
            @Nullable Double attendance,
            @Nullable Integer daysInactive,
            @Nullable Double submissionRate,
            int missedInRow,
            @Nullable Double grade,
            @Nullable Double gradeTrend,
            @Nullable Double engagementZ,
            @Nullable Double cogDepth,
            @Nullable Double socBreadth,
            @Nullable Double loadRatio,
            int previousAttempts,
            boolean trainerConcern,
            @Nullable RiskLevel level,
            @Nullable RiskLevel lowerLevel) {
        RiskIndicators indicators() {
            return new RiskIndicators(
                    attendance,
                    daysInactive,
                    submissionRate,
                    missedInRow,
                    grade,
                    gradeTrend,
                    engagementZ,
                    cogDepth,
                    socBreadth,
                    loadRatio,
                    previousAttempts,
                    trainerConcern);
        }
    }

    /**
     * The enrollments of these courses that are at least 14 days old, each measured at the end of its course's day.
     * Students who opted out of automated scoring are neither measured nor compared with.
     *
     * @param student only this one's, when given; the others of the course are still compared with
     */
    List<Measured> read(Handle tx, List<CourseDay> courses, Instant knownUntil, Which which, @Nullable UUID student) {
        return tx.createQuery("""
                        with enrolled as materialized (
                            select e.user_id, e.id as enrollment_id, e.course_id, t.day, c.pass_mark, e.attempt,
                                   greatest(c.start_date, e.enrolled_on) as begins, coalesce(x.excluded, '{}') as excluded,
                                   window_start(x.excluded, t.day, 28) as sessions_from,
                                   window_start(x.excluded, t.day, 14) as events_from
                              from unnest(:courses::uuid[], :days::date[]) as t (course_id, day)
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
                             where l.day <= e.day and l.received_at <= :known),
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
                                   and (o.ended_on is null or o.ended_on > c.day))::float8 / nullif(:fullLoad, 0)::float8
                                   as load_ratio,
                               c.attempt - 1 as previous_attempts,
                               exists (select from trainer_concerns tc
                                        where tc.user_id = c.user_id and tc.course_id = c.course_id
                                          and tc.day between c.day - 27 and c.day and tc.created_at <= :known)
                                   as trainer_concern,
                               s.level, s.lower_level
                          from compared c
                          left join asked k on k.user_id = c.user_id and k.course_id = c.course_id
                          left join grades g on g.user_id = c.user_id and g.course_id = c.course_id
                          left join risk_states s on s.user_id = c.user_id and s.enrollment_id = c.enrollment_id
                         where (:student::uuid is null or c.user_id = :student)
                           and (:gap::int is null or s.evaluated_on is null or s.evaluated_on <= c.day - :gap)
                        """)
                .bindArray("courses", UUID.class, Columns.of(courses, CourseDay::courseId))
                .bindArray("days", LocalDate.class, Columns.of(courses, CourseDay::day))
                .bind("known", knownUntil.atOffset(ZoneOffset.UTC))
                .bind("fullLoad", fullLoad)
                .bind("student", student)
                .bind(
                        "gap",
                        switch (which) {
                            case DUE -> 7;
                            case NOT_YET_THAT_DAY -> 1;
                            case ALL -> null;
                        })
                .mapTo(Measured.class)
                .list();
    }
}
