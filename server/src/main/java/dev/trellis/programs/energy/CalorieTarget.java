package dev.trellis.programs.energy;

import dev.trellis.programs.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to eat a day, in kcal, for a wanted rate of weight change (domain 01.5).
 *
 * @param target   a multiple of 10, never below the floor
 * @param floor    a multiple of 10
 * @param rawDelta the change the rate alone would ask for, before any cap
 * @param limits   what held it back, in the order applied
 */
public record CalorieTarget(int target, int floor, double rawDelta, List<CalorieLimit> limits) {
    private static final double LARGEST_DEFICIT = 750;
    private static final double LARGEST_DEFICIT_SHARE = 0.25;
    private static final double LARGEST_SURPLUS = 500;
    private static final double LARGEST_SURPLUS_SHARE = 0.15;
    private static final double AVAILABLE_PER_KG = 30;
    private static final double AVAILABILITY_BELOW_BMI = 30;

    public CalorieTarget {
        if (target < floor) {
            throw new IllegalArgumentException("a target of " + target + " kcal is below the floor of " + floor);
        }
        limits = List.copyOf(limits);
    }

    /**
     * @param expenditure    kcal a day
     * @param percentPerWeek wanted change in percent of body weight a week, negative for loss
     * @param fatFreeMass    kg, null when unknown
     * @param exerciseKcal   spent in exercise on an average day
     */
    public static CalorieTarget of(
            Body body, double expenditure, double percentPerWeek, @Nullable Double fatFreeMass, double exerciseKcal) {
        double raw = percentPerWeek / 100 * body.kg() * Expenditure.KCAL_PER_KG / 7;
        double deficitCap = deficitCap(expenditure);
        double surplusCap = Math.min(LARGEST_SURPLUS, LARGEST_SURPLUS_SHARE * expenditure);
        var limits = new ArrayList<CalorieLimit>();
        if (raw < -deficitCap) {
            limits.add(CalorieLimit.DEFICIT_CAP);
        }
        if (raw > surplusCap) {
            limits.add(CalorieLimit.SURPLUS_CAP);
        }
        int floor = floor(body, fatFreeMass, exerciseKcal);
        double wanted = expenditure + Math.clamp(raw, -deficitCap, surplusCap);
        if (wanted < floor) {
            limits.add(CalorieLimit.FLOOR);
        }
        return new CalorieTarget(Rounding.toTen(Math.max(floor, wanted)), floor, raw, limits);
    }

    /** The largest deficit, in kcal a day. */
    public static double deficitCap(double expenditure) {
        return Math.min(LARGEST_DEFICIT, LARGEST_DEFICIT_SHARE * expenditure);
    }

    /** The lowest target: the sex's floor, or enough to leave 30 kcal for each kg of fat-free mass beside exercise. */
    public static int floor(Body body, @Nullable Double fatFreeMass, double exerciseKcal) {
        double availability = fatFreeMass != null && body.bmi() < AVAILABILITY_BELOW_BMI
                ? AVAILABLE_PER_KG * fatFreeMass + exerciseKcal
                : 0;
        return Rounding.upToTen(Math.max(body.sex().floor(), availability));
    }

    /** Below resting energy a target is allowed, but only once the person has confirmed the notice. */
    public boolean needsConfirmation(double restingKcal) {
        return target < restingKcal;
    }
}
