package dev.trellis.programs.energy;

import dev.trellis.tracking.Weighing;
import java.util.List;

/**
 * The straight line through raw weights, by ordinary least squares (domain 01.4).
 *
 * @param kgPerDay      positive is gain
 * @param standardError of the slope; of no use with only two weighings, when it is NaN
 */
public record WeightSlope(double kgPerDay, double standardError, int weighings) {

    /** Needs weighings on two different days. */
    public static WeightSlope of(List<Weighing> weighings) {
        int n = weighings.size();
        double meanDay = weighings.stream()
                .mapToDouble(weighing -> weighing.day().toEpochDay())
                .average()
                .orElse(0);
        double meanKg = weighings.stream().mapToDouble(Weighing::kg).average().orElse(0);
        double daySquares = 0;
        double products = 0;
        for (var weighing : weighings) {
            double day = weighing.day().toEpochDay() - meanDay;
            daySquares += day * day;
            products += day * (weighing.kg() - meanKg);
        }
        if (daySquares == 0) {
            throw new IllegalArgumentException("a slope needs weighings on two different days");
        }
        double slope = products / daySquares;
        double residuals = 0;
        for (var weighing : weighings) {
            double off = weighing.kg() - meanKg - slope * (weighing.day().toEpochDay() - meanDay);
            residuals += off * off;
        }
        return new WeightSlope(slope, n < 3 ? Double.NaN : Math.sqrt(residuals / (n - 2) / daySquares), n);
    }

    /** In kg a week. */
    public double kgPerWeek() {
        return 7 * kgPerDay;
    }
}
