package dev.trellis.programs.energy;

import dev.trellis.tracking.Weighing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The weights and food logs of the last 28 days, from which expenditure is learnt every two weeks (domain 01.4). Shorter
 * windows cannot carry a calorie change: the slope of 14 daily weighings errs by 306 kcal a day.
 *
 * @param lastDay      the day of the review
 * @param intake       kcal logged, by day
 * @param lastChange   when the target last moved by 300 kcal or more; the seven days from then on are left out, for they
 *                     show water and glycogen
 */
public record ExpenditureWindow(
        LocalDate lastDay,
        List<Weighing> weighings,
        Map<LocalDate, Double> intake,
        @Nullable LocalDate lastChange) {
    private static final int DAYS = 28;
    private static final int SETTLING_DAYS = 7;
    private static final int SPAN_NEEDED = 14;
    private static final int WEIGHINGS_NEEDED = 10;
    private static final double LOGGED_NEEDED = 0.70;

    /** What is learnt, or nothing when there is too little to learn from. */
    public Optional<Expenditure> learnt(Expenditure before, double restingKcal) {
        var first = firstDay();
        var used = weighings.stream().filter(weighing -> counts(weighing.day())).toList();
        var logged = intake.entrySet().stream()
                .filter(day -> counts(day.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .toArray();
        long days = ChronoUnit.DAYS.between(first, lastDay) + 1;
        if (used.size() < WEIGHINGS_NEEDED || span(used) < SPAN_NEEDED || logged.length < LOGGED_NEEDED * days) {
            return Optional.empty();
        }
        var slope = WeightSlope.of(used);
        double meanIntake = Arrays.stream(logged).average().orElseThrow();
        return Optional.of(before.learning(
                        Expenditure.observed(meanIntake, slope.kgPerDay()),
                        Expenditure.observationVariance(slope.standardError()))
                .within(restingKcal));
    }

    private LocalDate firstDay() {
        var first = lastDay.minusDays(DAYS - 1);
        if (lastChange == null) {
            return first;
        }
        var settled = lastChange.plusDays(SETTLING_DAYS);
        return settled.isAfter(first) ? settled : first;
    }

    private boolean counts(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay);
    }

    private static long span(List<Weighing> used) {
        var days = used.stream().mapToLong(weighing -> weighing.day().toEpochDay());
        var range = days.summaryStatistics();
        return used.isEmpty() ? 0 : range.getMax() - range.getMin() + 1;
    }
}
