package dev.trellis.students;

import dev.trellis.platform.Json;
import dev.trellis.students.risk.RiskRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes what a run says, in one statement for the history and the last word together. */
@ApplicationScoped
class AssessmentStore {
    private final Json json;

    AssessmentStore(Json json) {
        this.json = json;
    }

    void add(Handle tx, List<Assessment> assessments, Instant knownUntil) {
        tx.createUpdate("""
                        with given as materialized (
                            select g.*, string_to_array(nullif(reasons, ''), ',') as codes
                              from unnest(:users::uuid[], :enrollments::uuid[], :courses::uuid[], :days::date[], :points::int[],
                                          :found::text[], :levels::text[], :lower::text[], :reasons::text[],
                                          :indicators::text[], :improved::boolean[])
                                   as g (user_id, enrollment_id, course_id, day, points, found_level, level, lower_level,
                                         reasons, indicators, improved)),
                        added as (
                            insert into risk_assessments (user_id, enrollment_id, course_id, assessed_on, known_until, rule_set,
                                                          points, found_level, level, lower_level, reasons, indicators)
                            select user_id, enrollment_id, course_id, day, :known, :ruleSet, points, found_level, level,
                                   lower_level, coalesce(codes, '{}'), indicators::jsonb
                              from given
                                on conflict (user_id, enrollment_id, assessed_on) do nothing
                            returning user_id, enrollment_id, id)
                        insert into risk_states (user_id, enrollment_id, course_id, evaluated_on, assessment_id, level,
                                                 lower_level, points, improved_on)
                        select g.user_id, g.enrollment_id, g.course_id, g.day, a.id, g.level, g.lower_level, g.points,
                               case when g.improved then g.day end
                          from given g
                          join added a on a.user_id = g.user_id and a.enrollment_id = g.enrollment_id
                            on conflict (user_id, enrollment_id) do update
                           set evaluated_on = excluded.evaluated_on, assessment_id = excluded.assessment_id,
                               level = excluded.level, lower_level = excluded.lower_level, points = excluded.points,
                               improved_on = coalesce(excluded.improved_on, risk_states.improved_on)
                        """)
                .bind("known", knownUntil.atOffset(ZoneOffset.UTC))
                .bind("ruleSet", RiskRules.VERSION)
                .bindArray("users", UUID.class, Columns.of(assessments, Assessment::studentId))
                .bindArray(
                        "enrollments",
                        UUID.class,
                        Columns.of(assessments, one -> one.measured().enrollmentId()))
                .bindArray("courses", UUID.class, Columns.of(assessments, Assessment::courseId))
                .bindArray(
                        "days",
                        LocalDate.class,
                        Columns.of(assessments, one -> one.measured().day()))
                .bindArray(
                        "points",
                        Integer.class,
                        Columns.of(assessments, one -> one.finding().points()))
                .bindArray(
                        "found",
                        String.class,
                        Columns.of(assessments, one -> one.finding().level().wire()))
                .bindArray(
                        "levels",
                        String.class,
                        Columns.of(assessments, one -> one.level().wire()))
                .bindArray("lower", String.class, Columns.of(assessments, one -> {
                    var lower = one.shown().lower();
                    return lower == null ? null : lower.wire();
                }))
                .bindArray(
                        "reasons",
                        String.class,
                        Columns.of(
                                assessments,
                                one -> String.join(",", one.finding().codes())))
                .bindArray(
                        "indicators",
                        String.class,
                        Columns.of(assessments, one -> json.write(one.measured().indicators())))
                .bindArray("improved", Boolean.class, Columns.of(assessments, one -> one.improvedFrom() != null))
                .execute();
    }
}
