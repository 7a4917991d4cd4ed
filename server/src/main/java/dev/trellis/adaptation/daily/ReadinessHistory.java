package dev.trellis.adaptation.daily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The readiness of each day that was told of, against what came before it (domain 05.2, 05.3). */
public final class ReadinessHistory {
    private static final int BASELINE_DAYS = 28;
    private static final int WEEK = 7;
    private static final int DAYS_FOR_MEAN = 3;
    private static final int STRAINED = 5;

    private final NavigableMap<LocalDate, LoggedDay> days = new TreeMap<>();
    private final NavigableMap<LocalDate, Readiness> readiness = new TreeMap<>();

    private ReadinessHistory() {}

    /** Of days in any order; the first month of them serves as a baseline and says little by itself. */
    public static ReadinessHistory of(Collection<LoggedDay> told) {
        var history = new ReadinessHistory();
        told.forEach(day -> history.days.put(day.day(), day));
        history.days.values().forEach(history::read);
        return history;
    }

    private void read(LoggedDay logged) {
        var today = logged.day();
        var variability = Baseline.ofVariability(
                values(today.minusDays(WEEK - 1), today, LoggedDay::variability),
                values(today.minusDays(BASELINE_DAYS), today.minusDays(1), LoggedDay::variability));
        var heartRate = Baseline.ofHeartRate(
                logged.heartRate(), values(today.minusDays(BASELINE_DAYS), today.minusDays(1), LoggedDay::heartRate));
        var before = readiness.subMap(today.minusDays(BASELINE_DAYS), true, today, false).values().stream()
                .map(Readiness::value)
                .toList();
        Readiness.of(logged.context(), variability, heartRate, before).ifPresent(its -> readiness.put(today, its));
    }

    private List<Double> values(LocalDate from, LocalDate to, Function<LoggedDay, @Nullable Double> value) {
        var values = new ArrayList<Double>();
        for (var day : days.subMap(from, true, to, true).values()) {
            var its = value.apply(day);
            if (its != null) {
                values.add(its);
            }
        }
        return values;
    }

    /** Of one day; nothing when too little was told. */
    public Optional<Readiness> on(LocalDate day) {
        return Optional.ofNullable(readiness.get(day));
    }

    /** What was told of a day. */
    public Optional<LoggedDay> told(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    /** The bands before a day, the latest first, up to the first day whose is not known. */
    public List<ReadinessBand> bandsBefore(LocalDate day) {
        var bands = new ArrayList<ReadinessBand>();
        for (var before = day.minusDays(1); readiness.containsKey(before); before = before.minusDays(1)) {
            bands.add(Objects.requireNonNull(readiness.get(before)).band());
        }
        return bands;
    }

    /** Low days in a row up to and with this one. */
    public int lowDaysUpTo(LocalDate day) {
        int low = 0;
        for (var one = day; on(one).filter(its -> its.band().isLow()).isPresent(); one = one.minusDays(1)) {
            low++;
        }
        return low;
    }

    /** Days of the highest stress in a row up to and with this one. */
    public int strainedDaysUpTo(LocalDate day) {
        int strained = 0;
        for (var one = day; isStrained(one); one = one.minusDays(1)) {
            strained++;
        }
        return strained;
    }

    private boolean isStrained(LocalDate day) {
        return told(day)
                .map(its -> its.context().stress())
                .filter(stress -> stress == STRAINED)
                .isPresent();
    }

    /** The mean of these days, both included; empty with less than three of them known. */
    public OptionalDouble mean(LocalDate from, LocalDate to) {
        var known = readiness.subMap(from, true, to, true).values();
        return known.size() < DAYS_FOR_MEAN
                ? OptionalDouble.empty()
                : known.stream().mapToDouble(Readiness::value).average();
    }

    /** What was told of these days, both included. */
    public Collection<LoggedDay> between(LocalDate from, LocalDate to) {
        return days.subMap(from, true, to, true).values();
    }
}
