package dev.trellis.tracking;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stretch of a person's days; all lists run in parallel, null where nothing was said. */
public record ContextSeries(
        int position,
        List<LocalDate> days,
        List<@Nullable Integer> mood,
        List<@Nullable Double> sleepHours,
        List<@Nullable Integer> stress,
        List<@Nullable Integer> energy,
        List<@Nullable Integer> pain) {
    /** Which of the values is meant, by the name an outcome has. */
    public enum Measure {
        MOOD(ContextSeries::mood),
        SLEEP_HOURS(ContextSeries::sleepHours),
        STRESS(ContextSeries::stress),
        ENERGY(ContextSeries::energy),
        PAIN(ContextSeries::pain);

        private final Function<ContextSeries, List<? extends @Nullable Number>> values;

        Measure(Function<ContextSeries, List<? extends @Nullable Number>> values) {
            this.values = values;
        }
    }

    /** The values of one measure, in the order of {@link #days}. */
    public List<? extends @Nullable Number> of(Measure measure) {
        return measure.values.apply(this);
    }
}
