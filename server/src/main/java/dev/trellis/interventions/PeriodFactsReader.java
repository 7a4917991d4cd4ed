package dev.trellis.interventions;

import dev.trellis.interventions.outcome.Benefit;
import dev.trellis.interventions.outcome.DailyRecord;
import dev.trellis.interventions.outcome.DailySeries;
import dev.trellis.interventions.outcome.DailyValues;
import dev.trellis.interventions.outcome.DayRange;
import dev.trellis.interventions.outcome.PeriodDays;
import dev.trellis.interventions.outcome.PeriodFacts;
import dev.trellis.interventions.outcome.PlannedOutcome;
import dev.trellis.tracking.ContextLog;
import dev.trellis.tracking.ContextSeries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what the summaries of many periods are made of: two statements for a whole batch. */
@ApplicationScoped
class PeriodFactsReader {
    /** How far before the start the baseline may reach, in days. */
    private static final int BASELINE_DAYS = 28;

    private final ContextLog context;

    PeriodFactsReader(ContextLog context) {
        this.context = context;
    }

    /** A period and everything its summary is made of. */
    record FactsOf(UUID userId, UUID periodId, PeriodFacts facts) {}

    /** A period with its check-ins and pauses as parallel arrays. */
    private record Row(
            UUID userId,
            UUID id,
            LocalDate startDate,
            LocalDate endDate,
            LocalDate actualEndDate,
            boolean endedOnLastDay,
            boolean autoCompleted,
            Outcome outcome,
            boolean confounded,
            List<LocalDate> days,
            List<Integer> completions,
            List<@Nullable Integer> moods,
            List<LocalDate> pausedOn,
            List<@Nullable LocalDate> resumedOn,
            List<LocalDate> earlierDays,
            List<Double> earlierMoods) {}

    List<FactsOf> read(Handle tx, List<UUID> userIds, List<UUID> periodIds) {
        var rows = rows(tx, userIds, periodIds);
        var contexts = new HashMap<Integer, ContextSeries>();
        context.series(
                        tx,
                        rows.stream().map(Row::userId).toList(),
                        rows.stream()
                                .map(row -> row.startDate().minusDays(BASELINE_DAYS))
                                .toList(),
                        rows.stream().map(Row::actualEndDate).toList())
                .forEach(series -> contexts.put(series.position(), series));
        var facts = new ArrayList<FactsOf>(rows.size());
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            facts.add(new FactsOf(row.userId(), row.id(), facts(row, contexts.get(i + 1))));
        }
        return facts;
    }

    private static List<Row> rows(Handle tx, List<UUID> userIds, List<UUID> periodIds) {
        return tx.createQuery("""
                        select p.user_id, p.id, p.start_date, p.end_date, p.actual_end_date, p.auto_completed, p.outcome,
                               day_of(p.completed_at, u.time_zone, u.day_start) = p.actual_end_date as ended_on_last_day,
                               exists (select from intervention_periods o
                                        where o.user_id = p.user_id and o.id <> p.id
                                          and o.start_date between p.start_date - 3 and p.start_date + 3) as confounded,
                               coalesce(d.days, '{}') as days, coalesce(d.completions, '{}') as completions,
                               coalesce(d.moods, '{}') as moods,
                               coalesce(s.paused_on, '{}') as paused_on, coalesce(s.resumed_on, '{}') as resumed_on,
                               coalesce(e.days, '{}') as earlier_days, coalesce(e.moods, '{}') as earlier_moods
                          from unnest(:users::uuid[], :periods::uuid[]) as wanted (user_id, id)
                          join intervention_periods p on p.user_id = wanted.user_id and p.id = wanted.id
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
                               -- moods checked in during earlier periods are a baseline as good as any
                               select array_agg(day order by day) as days, array_agg(mood order by day) as moods
                                 from (select day, avg(mood)::float8 as mood
                                         from daily_progress
                                        where user_id = p.user_id and mood is not null
                                          and day >= p.start_date - :baseline and day < p.start_date
                                        group by day) daily) e on true
                        """)
                .bindArray("users", UUID.class, userIds)
                .bindArray("periods", UUID.class, periodIds)
                .bind("baseline", BASELINE_DAYS)
                .mapTo(Row.class)
                .list();
    }

    private static PeriodFacts facts(Row row, @Nullable ContextSeries context) {
        var records = new ArrayList<DailyRecord>(row.days().size());
        for (var i = 0; i < row.days().size(); i++) {
            records.add(new DailyRecord(
                    row.days().get(i), row.completions().get(i), row.moods().get(i)));
        }
        var days = new PeriodDays(row.startDate(), row.endDate(), row.actualEndDate(), pauses(row));
        var early = row.actualEndDate().isBefore(row.endDate().minusDays(1));
        // No series of weight or calories is passed, so nothing has to be kept from people with an eating-disorder
        // flag.
        return new PeriodFacts(
                days,
                records,
                !row.endedOnLastDay(),
                row.autoCompleted(),
                early,
                outcome(row, context),
                series(context),
                false);
    }

    private static List<DayRange> pauses(Row row) {
        var pauses = new ArrayList<DayRange>(row.pausedOn().size());
        for (var i = 0; i < row.pausedOn().size(); i++) {
            var resumed = row.resumedOn().get(i);
            // A pause that was never ended lasts until the end of the period.
            var until = resumed == null ? row.endDate().plusDays(1) : resumed;
            var from = row.pausedOn().get(i);
            pauses.add(new DayRange(from, until.isBefore(from) ? from : until));
        }
        return pauses;
    }

    private static @Nullable PlannedOutcome outcome(Row row, @Nullable ContextSeries context) {
        var values = values(row, context);
        var earliest = values.keySet().stream()
                .filter(day -> day.isBefore(row.startDate()))
                .min(LocalDate::compareTo);
        if (values.isEmpty()) {
            return null;
        }
        var series = DailyValues.of(values);
        return new PlannedOutcome(
                row.outcome().wire(),
                benefit(row.outcome()),
                earliest.orElse(row.startDate()),
                series,
                series,
                row.confounded());
    }

    /** The outcome day by day; a mood checked in with the habits wins over one from the context log. */
    private static Map<LocalDate, Double> values(Row row, @Nullable ContextSeries context) {
        var values = new HashMap<LocalDate, Double>();
        if (context != null) {
            var measure = ContextSeries.Measure.valueOf(row.outcome().name());
            put(values, context.days(), context.of(measure));
        }
        if (row.outcome() == Outcome.MOOD) {
            put(values, row.earlierDays(), row.earlierMoods());
            put(values, row.days(), row.moods());
        }
        return values;
    }

    private static List<DailySeries> series(@Nullable ContextSeries context) {
        if (context == null) {
            return List.of();
        }
        var series = new ArrayList<DailySeries>();
        for (var measure : ContextSeries.Measure.values()) {
            var values = new HashMap<LocalDate, Double>();
            put(values, context.days(), context.of(measure));
            // The period's own mood is compared already; the log's would be the same question asked twice.
            if (!values.isEmpty() && measure != ContextSeries.Measure.MOOD) {
                series.add(new DailySeries(measure.name().toLowerCase(Locale.ROOT), DailyValues.of(values)));
            }
        }
        return series;
    }

    private static void put(
            Map<LocalDate, Double> into, List<LocalDate> days, List<? extends @Nullable Number> values) {
        for (var i = 0; i < days.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                into.put(days.get(i), value.doubleValue());
            }
        }
    }

    private static Benefit benefit(Outcome outcome) {
        return switch (outcome) {
            case MOOD, SLEEP_HOURS, ENERGY -> Benefit.HIGHER;
            case STRESS, PAIN -> Benefit.LOWER;
        };
    }
}
