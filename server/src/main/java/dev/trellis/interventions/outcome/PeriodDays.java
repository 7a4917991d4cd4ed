package dev.trellis.interventions.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local dates that count in a period: {@code [startDate, endDate)}, cut after {@code actualLastDay} when it was
 * completed early, without the paused days (domain 07.1). Counted days are numbered 0, 1, 2, … with pauses closed up.
 *
 * @param actualLastDay the person's local date when the period really ended; null while nothing ended it
 * @param paused        in any order, overlaps allowed; kept sorted and merged
 */
public record PeriodDays(
        LocalDate startDate, LocalDate endDate, @Nullable LocalDate actualLastDay, List<DayRange> paused) {

    /** Longest planned period taken: ten years. A mistyped year must not ask for gigabytes. */
    public static final int LONGEST = 3_653;

    private static final int NOT_COUNTED = -1;

    /** Refuses an empty period and one longer than {@link #LONGEST} days. */
    public PeriodDays {
        long planned = ChronoUnit.DAYS.between(startDate, endDate);
        if (planned < 1 || planned > LONGEST) {
            throw new IllegalArgumentException("a period has 1 to " + LONGEST + " days, not " + planned + " ("
                    + startDate + " to " + endDate + ")");
        }
        paused = paused.isEmpty() ? List.of() : merged(paused);
    }

    /** The last day that can count: the planned one, or the day the period was completed if that came first. */
    public LocalDate lastDay() {
        var planned = endDate.minusDays(1);
        if (actualLastDay == null || !actualLastDay.isBefore(planned)) {
            return planned;
        }
        return actualLastDay.isBefore(startDate) ? startDate : actualLastDay;
    }

    /** Number of counted days, at least 1 (also when every day was paused, see {@link #hasCountedDays}). */
    public int total() {
        return Math.max(1, counted());
    }

    /** False when the pauses cover the whole period, so that no record can count. */
    public boolean hasCountedDays() {
        return counted() > 0;
    }

    /** Number of a day among the counted ones, or -1 for a paused day or one outside the period. */
    public int indexOf(LocalDate day) {
        if (day.isBefore(startDate) || day.isAfter(lastDay())) {
            return NOT_COUNTED;
        }
        long index = day.toEpochDay() - startDate.toEpochDay();
        for (var pause : paused) {
            if (!pause.until().isAfter(day)) {
                index -= overlap(pause, startDate, day);
            } else if (!pause.from().isAfter(day)) {
                return NOT_COUNTED;
            }
        }
        return (int) index;
    }

    boolean counts(long epochDay) {
        return epochDay >= startDate.toEpochDay()
                && epochDay < endDate.toEpochDay()
                && indexOf(LocalDate.ofEpochDay(epochDay)) >= 0;
    }

    private int counted() {
        var last = lastDay();
        var end = last.plusDays(1);
        long days = end.toEpochDay() - startDate.toEpochDay();
        for (var pause : paused) {
            days -= overlap(pause, startDate, end);
        }
        return (int) days;
    }

    private static long overlap(DayRange pause, LocalDate from, LocalDate until) {
        long begin = Math.max(pause.from().toEpochDay(), from.toEpochDay());
        long end = Math.min(pause.until().toEpochDay(), until.toEpochDay());
        return Math.max(0, end - begin);
    }

    private static List<DayRange> merged(List<DayRange> ranges) {
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(DayRange::from));
        var merged = new ArrayList<DayRange>(sorted.size());
        for (var range : sorted) {
            if (merged.isEmpty() || range.from().isAfter(merged.getLast().until())) {
                merged.add(range);
            } else if (range.until().isAfter(merged.getLast().until())) {
                merged.set(merged.size() - 1, new DayRange(merged.getLast().from(), range.until()));
            }
        }
        return List.copyOf(merged);
    }
}
