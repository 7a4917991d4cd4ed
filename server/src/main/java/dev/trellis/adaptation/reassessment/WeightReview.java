package dev.trellis.adaptation.reassessment;

import dev.trellis.programs.energy.Expenditure;
import dev.trellis.programs.energy.WeightSlope;
import dev.trellis.tracking.Weighing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * The weights and food logs of the last 28 days as a review reads them (domain 06.1, 06.2), the first week of the program
 * and days the person called unusual left out.
 *
 * @param today        the day of the review
 * @param programStart its first day
 * @param intake       kcal logged, by day
 * @param unusual      days of illness, travel or the cycle that the person asked to leave out
 */
public record WeightReview(
        LocalDate today,
        LocalDate programStart,
        List<Weighing> weighings,
        Map<LocalDate, Double> intake,
        Set<LocalDate> unusual) {
    private static final int WINDOW_DAYS = 28;
    private static final int FIRST_REVIEW_DAY = 28;
    private static final int SETTLING_DAYS = 7;
    private static final int MEAN_DAYS = 14;
    private static final int WEIGHINGS_NEEDED = 14;
    private static final int DAYS_NEEDED = 10;
    private static final double LOGGED_NEEDED = 0.70;
    private static final double LARGEST_INTAKE_GAP = 400;

    public WeightReview {
        weighings = List.copyOf(weighings);
        intake = Map.copyOf(intake);
        unusual = Set.copyOf(unusual);
    }

    /** Whether calories may be reviewed already. */
    public boolean isDue() {
        return ChronoUnit.DAYS.between(programStart, today) >= FIRST_REVIEW_DAY;
    }

    /** The slope of raw weights, or nothing with too few of them. */
    public Optional<WeightSlope> slope() {
        var used = used();
        long days = used.stream().map(Weighing::day).distinct().count();
        return used.size() < WEIGHINGS_NEEDED || days < DAYS_NEEDED
                ? Optional.empty()
                : Optional.of(WeightSlope.of(used));
    }

    /** Share of the window's days with a food log. */
    public double logged() {
        long days = ChronoUnit.DAYS.between(firstDay(), today) + 1;
        return intakes().count() / (double) Math.max(1, days);
    }

    /** Whether the food log is complete enough to lower a target by. */
    public boolean isWellLogged() {
        return logged() >= LOGGED_NEEDED;
    }

    /**
     * The slope as it would have been on the target: eating more than planned is not answered by cutting calories.
     *
     * @param kgPerWeek measured
     * @param target    kcal a day, of the days in the window
     */
    public double onTarget(double kgPerWeek, double target) {
        var mean = intakes().average();
        if (mean.isEmpty()) {
            return kgPerWeek;
        }
        double gap = Math.clamp(mean.getAsDouble() - target, -LARGEST_INTAKE_GAP, LARGEST_INTAKE_GAP);
        return kgPerWeek - 7 * gap / Expenditure.KCAL_PER_KG;
    }

    /** Mean weight of the last 14 days. */
    public OptionalDouble meanKg() {
        var from = today.minusDays(MEAN_DAYS - 1);
        return weighings.stream()
                .filter(weighing ->
                        !weighing.day().isBefore(from) && !weighing.day().isAfter(today))
                .mapToDouble(Weighing::kg)
                .average();
    }

    private List<Weighing> used() {
        return weighings.stream().filter(weighing -> counts(weighing.day())).toList();
    }

    private DoubleStream intakes() {
        return intake.entrySet().stream().filter(day -> counts(day.getKey())).mapToDouble(Map.Entry::getValue);
    }

    private boolean counts(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(today) && !unusual.contains(day);
    }

    private LocalDate firstDay() {
        var window = today.minusDays(WINDOW_DAYS - 1);
        var settled = programStart.plusDays(SETTLING_DAYS);
        return settled.isAfter(window) ? settled : window;
    }
}
