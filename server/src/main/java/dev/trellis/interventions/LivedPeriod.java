package dev.trellis.interventions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period as it was lived, day by day.
 *
 * @param days from the first to the last; while a period rests, as if it went on tomorrow
 * @param pausedOn the first day of the pause that goes on; null when none does
 */
public record LivedPeriod(
        InterventionPeriod period,
        List<LivedDay> days,
        List<LivedHabit> habits,
        @Nullable LocalDate pausedOn) {
    /** How many days count in all, paused ones left out. */
    public int total() {
        return days.size() - count(LivedDay.State.PAUSED);
    }

    /** How many of them are over. */
    public int over() {
        return (int) days.stream().filter(LivedDay::isOver).count();
    }

    /** How many of those were checked in. */
    public int recorded() {
        return (int)
                days.stream().filter(day -> day.isOver() && day.isRecorded()).count();
    }

    /** How many days are in this state. */
    public int count(LivedDay.State state) {
        return (int) days.stream().filter(day -> day.state() == state).count();
    }

    /** The last day: the one that counted last, or the one that will. */
    public LocalDate lastDay() {
        return days.getLast().date();
    }
}
