package dev.trellis.interventions.web;

import dev.trellis.interventions.LivedDay;
import dev.trellis.interventions.LivedPeriod;
import dev.trellis.interventions.outcome.Effect;
import dev.trellis.interventions.outcome.EffectInBrief;
import dev.trellis.interventions.outcome.Interval;
import dev.trellis.interventions.outcome.SummaryDetails;
import dev.trellis.platform.web.pages.Chart;
import dev.trellis.platform.web.pages.Chart.Axes;
import dev.trellis.platform.web.pages.Chart.Series;
import dev.trellis.platform.web.pages.Chart.Shape;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draws what a summary says; over the days that counted, paused ones left out. */
final class SummaryCharts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double DAYS_A_WEEK = 7;

    private SummaryCharts() {}

    /** How much of each day's plan was done. */
    static Chart adherence(LivedPeriod lived) {
        var days = counted(lived);
        var recorded = lived.recorded();
        var missed = days.size() - recorded;
        return new Chart(
                "How much of each day's plan was done",
                "Checked in on " + recorded + " of " + Numbers.days(days.size())
                        + (missed == 0 ? "." : ". A day without a bar was not checked in."),
                labels(days),
                List.of(Series.of("Done", Shape.BARS, values(days, LivedDay::completion))),
                0.0,
                100.0,
                "%");
    }

    /** Mood day by day with the average of each half, which is what its trend compares; null when none was noted. */
    static @Nullable Chart mood(LivedPeriod lived, SummaryDetails details, @Nullable String trend) {
        var days = counted(lived);
        var moods = values(days, LivedDay::mood);
        var noted = moods.stream().filter(mood -> mood != null).count();
        if (noted == 0) {
            return null;
        }
        var series = new ArrayList<Series>();
        series.add(Series.of("Mood", Shape.LINE, moods));
        var first = details.moodFirstHalf();
        var second = details.moodSecondHalf();
        var middle = (days.size() + 1) / 2;
        var summary = "Noted on " + noted + " of " + Numbers.days(days.size());
        if (trend == null || first == null || second == null) {
            summary += ": too few for a trend.";
        } else {
            series.add(Series.of("Average of the first half", Shape.GUIDE, flat(first, 0, middle, days.size())));
            series.add(Series.of(
                    "Average of the second half", Shape.GUIDE, flat(second, middle, days.size(), days.size())));
            summary += ". The average of the first half was " + Numbers.decimals(first) + ", of the second "
                    + Numbers.decimals(second) + ".";
        }
        return new Chart("Mood, from 1 (bad) to 5 (good)", summary, labels(days), series, 1.0, 5.0, "")
                .on(new Axes("Day", "", false, 1.0));
    }

    /** The estimated change of the watched outcome with its interval, around no change. */
    static Chart effect(Effect effect) {
        var labels = new ArrayList<>(List.of(effect.segments() == null ? "Change" : "At the start"));
        var intervals = new ArrayList<>(List.of(new Interval(effect.m(), effect.lo(), effect.hi())));
        if (effect.segments() != null) {
            var slope = effect.segments().slopeChangePerDay();
            labels.add("Each week after");
            intervals.add(
                    new Interval(DAYS_A_WEEK * slope.estimate(), DAYS_A_WEEK * slope.lo(), DAYS_A_WEEK * slope.hi()));
        }
        var furthest = intervals.stream()
                .mapToDouble(one -> Math.max(Math.abs(one.lo()), Math.abs(one.hi())))
                .max()
                .orElseThrow();
        // Zero in the middle, and both ends on a half.
        var end = Math.ceil(furthest * 2.1) / 2;
        return new Chart(
                        "Change in " + EffectInBrief.noun(effect.outcome()) + " compared with before",
                        EffectInBrief.of(effect) + ". The bar is where the change likely lies, the dot the best guess;"
                                + " left of zero is lower than before, right of it higher.",
                        labels,
                        List.of(
                                new Series(
                                        "Likely range",
                                        Shape.RANGES,
                                        each(intervals, Interval::lo),
                                        each(intervals, Interval::hi)),
                                Series.of("Best guess", Shape.POINTS, each(intervals, Interval::estimate))),
                        -end,
                        end,
                        EffectInBrief.unit(effect.outcome()))
                .on(new Axes("", "← lower than before · higher than before →", true, null));
    }

    private static List<LivedDay> counted(LivedPeriod lived) {
        return lived.days().stream().filter(LivedDay::isOver).toList();
    }

    private static List<String> labels(List<LivedDay> days) {
        return days.stream().map(day -> DAY.format(day.date())).toList();
    }

    private static List<@Nullable Double> values(List<LivedDay> days, Function<LivedDay, @Nullable Integer> value) {
        var values = new ArrayList<@Nullable Double>();
        for (var day : days) {
            var number = value.apply(day);
            values.add(number == null ? null : Double.valueOf(number));
        }
        return values;
    }

    private static List<@Nullable Double> each(List<Interval> intervals, Function<Interval, Double> end) {
        var values = new ArrayList<@Nullable Double>();
        intervals.forEach(interval -> values.add(Numbers.rounded(end.apply(interval))));
        return values;
    }

    private static List<@Nullable Double> flat(BigDecimal value, int from, int until, int size) {
        var values = new ArrayList<@Nullable Double>(Collections.nCopies(size, null));
        Collections.fill(values.subList(from, until), value.doubleValue());
        return values;
    }
}
