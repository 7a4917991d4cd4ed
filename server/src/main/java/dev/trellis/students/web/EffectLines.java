package dev.trellis.students.web;

import dev.trellis.platform.web.pages.Chart;
import dev.trellis.platform.web.pages.Chart.Series;
import dev.trellis.platform.web.pages.Chart.Shape;
import dev.trellis.students.Effectiveness.Report;
import dev.trellis.students.Effectiveness.TypeEffect;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether help helped, in words and drawn.
 *
 * @param lines one a type of help
 * @param chart the effects with their intervals; absent while there are not enough cases of any type
 */
public record EffectLines(List<Line> lines, @Nullable Chart chart, int followUpDays, String comparedWith) {
    private static final Chart.Axes SIDEWAYS =
            new Chart.Axes("What was tried", "change beyond that of comparable students, in points", true, null);

    /** One type: what may be said of it, on how many, and how its cases ended. */
    public record Line(String type, String verdict, String tone, String words, String outcomes) {}

    static EffectLines of(Report report) {
        return new EffectLines(
                report.items().stream().map(EffectLines::line).toList(),
                chart(report.items().stream()
                        .filter(one -> one.effect() != null)
                        .toList()),
                report.followUpDays(),
                report.comparedWith());
    }

    private static Line line(TypeEffect one) {
        return new Line(
                StudentWords.words(one.interventionType()),
                verdict(one.verdict()),
                tone(one.verdict()),
                words(one),
                one.outcomes().entrySet().stream()
                        .map(entry -> entry.getValue() + " "
                                + StudentWords.words(entry.getKey()).toLowerCase(Locale.ENGLISH))
                        .collect(Collectors.joining(", ")));
    }

    private static String words(TypeEffect one) {
        var groups = one.treated() + " helped, " + one.untreated() + " comparable without help";
        return one.effect() == null
                ? groups + "; " + one.needed() + " of each are needed"
                : number(one.effect()) + " points (" + number(one.low()) + " to " + number(one.high()) + "); " + groups;
    }

    private static String verdict(String verdict) {
        return switch (verdict) {
            case "helped" -> "Helped";
            case "made_it_worse" -> "Made it worse";
            case "no_clear_effect" -> "No clear effect";
            default -> "Not enough cases";
        };
    }

    private static String tone(String verdict) {
        return switch (verdict) {
            case "helped" -> "leaf";
            case "made_it_worse" -> "clay";
            case "no_clear_effect" -> "sky";
            default -> "";
        };
    }

    private static @Nullable Chart chart(List<TypeEffect> known) {
        if (known.isEmpty()) {
            return null;
        }
        return new Chart(
                        "Effects with their intervals",
                        "Left of zero is better. A line that crosses zero says nothing yet.",
                        known.stream()
                                .map(one -> StudentWords.words(one.interventionType()))
                                .toList(),
                        List.of(
                                new Series(
                                        "95 % interval",
                                        Shape.RANGES,
                                        known.stream().map(TypeEffect::low).toList(),
                                        known.stream().map(TypeEffect::high).toList()),
                                Series.of(
                                        "Effect",
                                        Shape.POINTS,
                                        known.stream().map(TypeEffect::effect).toList())),
                        null,
                        null,
                        "points")
                .on(SIDEWAYS);
    }

    private static String number(@Nullable Double value) {
        return String.format(Locale.ROOT, "%+.1f", Objects.requireNonNull(value))
                .replace('-', '−');
    }
}
