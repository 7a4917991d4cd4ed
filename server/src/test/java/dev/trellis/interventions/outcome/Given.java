package dev.trellis.interventions.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Periods and records in a line; day 0 is {@link #START}. */
final class Given {
    static final LocalDate START = LocalDate.of(2026, 3, 2);

    private Given() {}

    static PeriodDays period(int days) {
        return new PeriodDays(START, START.plusDays(days), null, List.of());
    }

    static LocalDate day(int index) {
        return START.plusDays(index);
    }

    static DailyRecord done(int index, double completion) {
        return new DailyRecord(day(index), completion, null);
    }

    static DailyRecord mood(int index, int mood) {
        return new DailyRecord(day(index), 100, mood);
    }

    static List<DailyRecord> moods(int... moods) {
        var records = new ArrayList<DailyRecord>();
        for (int i = 0; i < moods.length; i++) {
            records.add(mood(i, moods[i]));
        }
        return records;
    }

    static PlannedOutcome outcome(String name, Benefit benefit, double[] baseline, double[] during) {
        var from = START.minusDays(baseline.length);
        return new PlannedOutcome(
                name,
                benefit,
                from,
                DailyValues.consecutive(from, baseline),
                DailyValues.consecutive(START, during),
                false);
    }

    static PeriodFacts facts(PeriodDays days, @Nullable PlannedOutcome outcome) {
        return new PeriodFacts(days, List.of(), true, false, false, outcome, List.of(), false);
    }

    static PeriodFacts facts(String name, Benefit benefit, double[] baseline, double[] during) {
        return facts(period(during.length), outcome(name, benefit, baseline, during));
    }

    static PeriodFacts withSeries(PeriodDays days, boolean edFlagged, DailySeries... series) {
        return new PeriodFacts(days, List.of(), true, false, false, null, List.of(series), edFlagged);
    }

    static double[] numbers(double... numbers) {
        return numbers;
    }

    static double[] numbers(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double[] repeated(int times, double... pattern) {
        var values = new double[times];
        Arrays.setAll(values, i -> pattern[i % pattern.length]);
        return values;
    }
}
