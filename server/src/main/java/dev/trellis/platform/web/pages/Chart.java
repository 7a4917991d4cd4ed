package dev.trellis.platform.web.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart, drawn in the browser and told in words and as a table to whoever cannot see it drawn.
 *
 * @param title what is drawn
 * @param summary the same in a sentence, for those who do not see it
 * @param labels what stands below the points: days, mostly
 * @param lowest where the vertical axis begins; by itself when absent
 * @param highest where it ends; by itself when absent
 * @param unit what follows a value, such as {@code %}; may be empty
 * @param axes how the two axes are drawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Chart(
        String title,
        String summary,
        List<String> labels,
        List<Series> series,
        @Nullable Double lowest,
        @Nullable Double highest,
        String unit,
        Axes axes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A chart of days, from left to right. */
    public Chart(
            String title,
            String summary,
            List<String> labels,
            List<Series> series,
            @Nullable Double lowest,
            @Nullable Double highest,
            String unit) {
        this(title, summary, labels, series, lowest, highest, unit, Axes.OF_DAYS);
    }

    /**
     * How the axes are drawn.
     *
     * @param labels what the labels are, as the head of their column in the table; may be empty
     * @param values what stands along the axis of values; may be empty
     * @param sideways whether values run from left to right, and labels from top to bottom
     * @param step from one line across to the next; by itself when absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Axes(
            String labels,
            String values,
            boolean sideways,
            @Nullable Double step) {
        static final Axes OF_DAYS = new Axes("Day", "", false, null);
    }

    /** The same chart on other axes. */
    public Chart on(Axes other) {
        return new Chart(title, summary, labels, series, lowest, highest, unit, other);
    }

    /** How a series is drawn. */
    public enum Shape {
        BARS,
        LINE,
        POINTS,
        /** A line without points that runs beside the data: a trend, a target. */
        GUIDE,
        /** From one value to another at each point: an interval. */
        RANGES
    }

    /**
     * One series.
     *
     * @param values one a label; null where there is none. For {@link Shape#RANGES}, the lower ends
     * @param upper the upper ends of {@link Shape#RANGES}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Series(
            String name,
            Shape shape,
            List<@Nullable Double> values,
            @Nullable List<@Nullable Double> upper) {
        /** A series of single values. */
        public static Series of(String name, Shape shape, List<@Nullable Double> values) {
            return new Series(name, shape, values, null);
        }
    }

    /** What the script in the browser draws from. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a series at a label as it stands in the table. */
    public String cell(Series one, int index) {
        var value = one.values().get(index);
        if (value == null) {
            return "–";
        }
        var upper = one.upper() == null ? null : one.upper().get(index);
        return (upper == null ? number(value) : number(value) + " to " + number(upper)) + suffix();
    }

    private String suffix() {
        return unit.isEmpty() || unit.equals("%") ? unit : " " + unit;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(Math.rint(value * 100) / 100);
    }
}
