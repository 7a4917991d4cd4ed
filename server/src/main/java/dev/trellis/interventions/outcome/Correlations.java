package dev.trellis.interventions.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * "What goes with what" in a person's daily series: same day and the day after, at least 20 pairs and five distinct
 * values each, significant at a false discovery rate of 10 percent and a rank correlation of 0.30 (domain 07.6).
 */
final class Correlations {
    private static final int NEEDED_PAIRS = 20;
    private static final int NEEDED_DISTINCT_VALUES = 5;
    private static final double FALSE_DISCOVERY_RATE = 0.10;
    private static final double WEAKEST_SHOWN = 0.30;

    private Correlations() {}

    /** The correlations worth showing, strongest first. */
    static List<Correlation> of(PeriodFacts facts, TrackedDays tracked) {
        if (facts.dailySeries().isEmpty()) {
            return List.of();
        }
        var tests = tests(candidates(facts, tracked));
        var adjusted = BenjaminiHochberg.adjust(
                tests.stream().mapToDouble(Correlation::p).toArray());
        var shown = new ArrayList<Correlation>();
        for (int i = 0; i < adjusted.length; i++) {
            var test = tests.get(i);
            if (adjusted[i] <= FALSE_DISCOVERY_RATE && Math.abs(test.rho()) >= WEAKEST_SHOWN) {
                shown.add(adjusted(test, adjusted[i]));
            }
        }
        shown.sort(Comparator.comparingDouble((Correlation found) -> Math.abs(found.rho()))
                .reversed());
        return List.copyOf(shown);
    }

    private static List<DailySeries> candidates(PeriodFacts facts, TrackedDays tracked) {
        var own = List.of(completion(facts.days(), tracked), mood(facts.days(), tracked));
        var names = new HashSet<String>();
        var candidates = new ArrayList<DailySeries>();
        for (var series : facts.dailySeries()) {
            if (!(facts.edFlagged() && series.weightOrEnergy()) && names.add(series.name())) {
                candidates.add(series);
            }
        }
        own.stream().filter(series -> names.add(series.name())).forEach(candidates::add);
        candidates.sort(Comparator.comparing(DailySeries::name));
        return candidates;
    }

    private static List<Correlation> tests(List<DailySeries> series) {
        var tests = new ArrayList<Correlation>();
        for (var first : series) {
            for (var second : series) {
                if (first.name().compareTo(second.name()) < 0) {
                    addTest(tests, first, second, 0);
                }
                if (!first.name().equals(second.name())) {
                    addTest(tests, first, second, 1);
                }
            }
        }
        return tests;
    }

    private static void addTest(List<Correlation> tests, DailySeries first, DailySeries second, int lag) {
        var pairs = PairedDays.of(first.values(), second.values(), lag);
        if (pairs.size() < NEEDED_PAIRS
                || RankCorrelation.distinct(pairs.x()) < NEEDED_DISTINCT_VALUES
                || RankCorrelation.distinct(pairs.y()) < NEEDED_DISTINCT_VALUES) {
            return;
        }
        double rho = RankCorrelation.spearman(pairs.x(), pairs.y());
        double nEff = RankCorrelation.effectivePairs(
                pairs.size(), pairs.rankAutocorrelation(pairs.x()), pairs.rankAutocorrelation(pairs.y()));
        double p = RankCorrelation.p(rho, nEff);
        tests.add(new Correlation(first.name(), second.name(), lag, rho, pairs.size(), nEff, p, p));
    }

    private static Correlation adjusted(Correlation test, double p) {
        return new Correlation(
                test.first(), test.second(), test.lag(), test.rho(), test.days(), test.nEff(), test.p(), p);
    }

    private static DailySeries completion(PeriodDays days, TrackedDays tracked) {
        return ofPeriod("completion", days, index -> tracked.isTracked(index) ? tracked.completion(index) : Double.NaN);
    }

    private static DailySeries mood(PeriodDays days, TrackedDays tracked) {
        return ofPeriod("mood", days, index -> tracked.hasMood(index) ? tracked.mood(index) : Double.NaN);
    }

    private static DailySeries ofPeriod(String name, PeriodDays days, IntToDoubleFunction valueOrNaN) {
        var values = new HashMap<LocalDate, Double>();
        for (var day = days.startDate(); day.isBefore(days.endDate()); day = day.plusDays(1)) {
            int index = days.indexOf(day);
            if (index >= 0 && !Double.isNaN(valueOrNaN.applyAsDouble(index))) {
                values.put(day, valueOrNaN.applyAsDouble(index));
            }
        }
        return new DailySeries(name, DailyValues.of(values));
    }
}
