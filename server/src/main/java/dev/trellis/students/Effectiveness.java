package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.students.risk.CaseOutcome;
import dev.trellis.students.risk.DifferenceInDifferences;
import dev.trellis.students.risk.DifferenceInDifferences.Observation;
import dev.trellis.students.risk.EffectEstimate.Estimated;
import dev.trellis.students.risk.EffectEstimate.NotEnoughCases;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was done helped (domain 10.4): points 28 days later against untreated students of the same course, level
 * and week, by the type of the first contact that reached the student. Never a before and after by itself, for whoever
 * is at their worst tends to get better anyhow.
 */
@ApplicationScoped
public class Effectiveness {
    private final Database database;

    Effectiveness(Database database) {
        this.database = database;
    }

    /**
     * What may be said of one type.
     *
     * @param verdict {@code helped}, {@code made_it_worse}, {@code no_clear_effect} or {@code not_enough_cases}
     * @param effect change in points beyond that of comparable untreated students; below zero is better
     * @param needed so many students a group before anything is said
     * @param outcomes how cases of this type ended, by outcome
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TypeEffect(
            InterventionType interventionType,
            String verdict,
            int treated,
            int untreated,
            @Nullable Double effect,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Integer needed,
            Map<CaseOutcome, Integer> outcomes) {}

    /** The report over the courses the reader leads. */
    public record Report(int followUpDays, String comparedWith, List<TypeEffect> items) {}

    private record Row(
            UUID studentId,
            UUID courseId,
            RiskLevel level,
            LocalDate week,
            @Nullable InterventionType type,
            int before,
            int after) {}

    private record OutcomeRow(InterventionType type, CaseOutcome outcome, int cases) {}

    /** What a stratum is: the same course, the same level, the same week. */
    private record Stratum(UUID courseId, RiskLevel level, LocalDate week) {}

    /** The report of a lead; of one course, or of all they lead. No student is named. */
    public Report report(Actor lead, @Nullable UUID courseId) {
        return database.as(lead, tx -> {
            var rows = rows(tx, courseId);
            var outcomes = outcomes(tx, courseId);
            return new Report(
                    CaseOutcome.AFTER_DAYS,
                    "students of the same course, level and week whom nobody reached",
                    Arrays.stream(InterventionType.values())
                            .filter(type -> rows.stream().anyMatch(row -> row.type() == type)
                                    || outcomes.stream().anyMatch(row -> row.type() == type))
                            .map(type -> effect(type, rows, outcomes))
                            .toList());
        });
    }

    private static TypeEffect effect(InterventionType type, List<Row> rows, List<OutcomeRow> outcomes) {
        var counts = new TreeMap<CaseOutcome, Integer>();
        outcomes.stream().filter(row -> row.type() == type).forEach(row -> counts.put(row.outcome(), row.cases()));
        var estimate = DifferenceInDifferences.estimate(rows.stream()
                .filter(row -> row.type() == null || row.type() == type)
                .map(row -> new Observation(
                        row.studentId(),
                        new Stratum(row.courseId(), row.level(), row.week()),
                        row.type() != null,
                        row.before(),
                        row.after()))
                .toList());
        return switch (estimate) {
            case NotEnoughCases few ->
                new TypeEffect(
                        type,
                        "not_enough_cases",
                        few.treated(),
                        few.untreated(),
                        null,
                        null,
                        null,
                        few.needed(),
                        counts);
            case Estimated found ->
                new TypeEffect(
                        type,
                        verdict(found),
                        found.treated(),
                        found.untreated(),
                        found.effect(),
                        found.low(),
                        found.high(),
                        null,
                        counts);
        };
    }

    private static String verdict(Estimated found) {
        if (!found.isClear()) {
            return "no_clear_effect";
        }
        return found.effect() < 0 ? "helped" : "made_it_worse";
    }

    /**
     * Everybody at moderate or above with an evaluation 28 days later: treated in the week after an evaluation, or not
     * reached by anybody from 28 days before it until the later one.
     */
    private static List<Row> rows(Handle tx, @Nullable UUID courseId) {
        return tx.createQuery("""
                        with reached as materialized (
                            select distinct on (t.case_id) t.user_id, t.course_id, t.case_id, t.day, t.intervention_type
                              from case_contacts t
                              join student_interventions i on i.id = t.case_id and i.deleted_at is null
                             where t.reached and t.course_id in (select led_courses())
                               and (:course::uuid is null or t.course_id = :course)
                             order by t.case_id, t.day, t.id),
                        paired as materialized (
                            select a.user_id, a.course_id, a.level, a.assessed_on, a.points as before, later.points as after
                              from risk_assessments a
                              join lateral (
                                   select b.points from risk_assessments b
                                    where b.user_id = a.user_id and b.enrollment_id = a.enrollment_id
                                      and b.assessed_on between a.assessed_on + 25 and a.assessed_on + 34
                                    order by abs(b.assessed_on - a.assessed_on - 28), b.assessed_on
                                    limit 1) later on true
                             where a.level <> 'low' and a.course_id in (select led_courses())
                               and (:course::uuid is null or a.course_id = :course))
                        select p.user_id as student_id, p.course_id, p.level, date_trunc('week', p.assessed_on)::date as week,
                               r.intervention_type as type, p.before, p.after
                          from paired p
                          left join lateral (
                               select r.intervention_type from reached r
                                where r.user_id = p.user_id and r.course_id = p.course_id
                                  and r.day > p.assessed_on and r.day <= p.assessed_on + 7
                                order by r.day limit 1) r on true
                         where r.intervention_type is not null
                            or not exists (select from reached o
                                            where o.user_id = p.user_id and o.course_id = p.course_id
                                              and o.day between p.assessed_on - 28 and p.assessed_on + 34)
                        """).bind("course", courseId).mapTo(Row.class).list();
    }

    private static List<OutcomeRow> outcomes(Handle tx, @Nullable UUID courseId) {
        return tx.createQuery("""
                        select t.intervention_type as type, i.outcome, count(*)::int as cases
                          from student_interventions i
                          join lateral (select t.intervention_type from case_contacts t
                                         where t.case_id = i.id order by t.reached desc, t.day, t.id limit 1) t on true
                         where i.outcome is not null and i.deleted_at is null and i.course_id in (select led_courses())
                           and (:course::uuid is null or i.course_id = :course)
                         group by t.intervention_type, i.outcome
                        """)
                .bind("course", courseId)
                .mapTo(OutcomeRow.class)
                .list();
    }
}
