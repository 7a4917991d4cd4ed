package dev.trellis.students.web;

import dev.trellis.platform.web.pages.Chart;
import dev.trellis.platform.web.pages.Chart.Series;
import dev.trellis.platform.web.pages.Chart.Shape;
import dev.trellis.students.StudentFiles.MeasuredDay;
import dev.trellis.students.risk.RiskIndicators;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A student's indicators through the weeks, drawn; each chart with what it shows in a sentence. */
final class IndicatorCharts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final Chart.Axes QUIET_DAYS = new Chart.Axes("Day", "days", false, null);

    private IndicatorCharts() {}

    /** Those for which anything was measured; none at all before the second evaluation. */
    static List<Chart> of(List<MeasuredDay> measured, double passMark) {
        var charts = new ArrayList<Chart>();
        if (measured.size() < 2) {
            return charts;
        }
        var labels = measured.stream().map(MeasuredDay::day).map(DAY::format).toList();
        shares(measured, labels, passMark, charts);
        inactivity(measured, labels, charts);
        engagement(measured, labels, charts);
        return charts;
    }

    private static void shares(List<MeasuredDay> measured, List<String> labels, double passMark, List<Chart> charts) {
        var attendance = values(measured, one -> percent(one.attendance()));
        var submissions = values(measured, one -> percent(one.submissionRate()));
        var grades = values(measured, one -> round(one.grade()));
        var series = new ArrayList<Series>();
        var words = new ArrayList<String>();
        add(series, words, "Sessions attended", attendance, " %");
        add(series, words, "Handed in on time", submissions, " %");
        add(series, words, "Average grade", grades, " of 100");
        if (series.isEmpty()) {
            return;
        }
        if (known(grades)) {
            series.add(Series.of(
                    "Pass mark",
                    Shape.GUIDE,
                    labels.stream().<@Nullable Double>map(label -> passMark).toList()));
        }
        charts.add(new Chart("Attendance, work and grades", String.join(" ", words), labels, series, 0.0, 100.0, ""));
    }

    private static void inactivity(List<MeasuredDay> measured, List<String> labels, List<Chart> charts) {
        var days = values(
                measured,
                one -> one.daysInactive() == null ? null : (double) Objects.requireNonNull(one.daysInactive()));
        if (known(days)) {
            charts.add(new Chart(
                            "Days without activity",
                            told("Days since the last activity", days, " days"),
                            labels,
                            List.of(Series.of("Days without activity", Shape.BARS, days)),
                            0.0,
                            null,
                            "")
                    .on(QUIET_DAYS));
        }
    }

    private static void engagement(List<MeasuredDay> measured, List<String> labels, List<Chart> charts) {
        var scores = values(measured, one -> round(one.engagementZ()));
        if (known(scores)) {
            charts.add(new Chart(
                    "Activity beside others in the course",
                    told("Activity beside others in the course", scores, "")
                            + " Zero is the middle of the course; one step is one standard deviation.",
                    labels,
                    List.of(Series.of("Beside the others", Shape.LINE, scores)),
                    null,
                    null,
                    ""));
        }
    }

    private static void add(
            List<Series> series, List<String> words, String name, List<@Nullable Double> values, String unit) {
        if (known(values)) {
            series.add(Series.of(name, Shape.LINE, values));
            words.add(told(name, values, unit));
        }
    }

    private static String told(String name, List<@Nullable Double> values, String unit) {
        var told = values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        var first = number(told.getFirst());
        var last = number(told.getLast());
        var lowest = number(told.stream().reduce(Math::min).orElseThrow());
        var highest = number(told.stream().reduce(Math::max).orElseThrow());
        if (lowest.equals(highest)) {
            return name + ": " + last + unit + ".";
        }
        return name + ": from " + first + " to " + last + unit + ", between " + lowest + " and " + highest + ".";
    }

    private static List<@Nullable Double> values(
            List<MeasuredDay> measured, Function<RiskIndicators, @Nullable Double> of) {
        var values = new ArrayList<@Nullable Double>();
        measured.forEach(one -> values.add(of.apply(one.indicators())));
        return values;
    }

    private static boolean known(List<@Nullable Double> values) {
        return values.stream().anyMatch(Objects::nonNull);
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : (double) Math.round(share * 100);
    }

    private static @Nullable Double round(@Nullable Double value) {
        return value == null ? null : Math.rint(value * 10) / 10;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
