package dev.trellis.programs.energy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wanted weight and how fast to go there (domain 01.5).
 *
 * @param goalKg         null when only a direction is wanted
 * @param percentPerWeek of body weight, negative for loss, 0 to keep
 */
public record WeightGoal(@Nullable Double goalKg, double percentPerWeek) {
    private static final double LOWEST_BMI = 18.5;
    private static final double LOWEST_BMI_OLDER = 20;
    private static final int OLDER_FROM = 65;
    private static final double LEAN_BELOW_BMI = 25;
    private static final double LARGEST_KG_PER_WEEK = 1.0;

    /** Keeping the weight. */
    public static final WeightGoal MAINTENANCE = new WeightGoal(null, 0);

    /** Why a goal is not taken. */
    public enum Refusal {
        GOAL_BMI_TOO_LOW,
        LOSS_TOO_FAST,
        LOSS_TOO_SLOW,
        GAIN_TOO_FAST,
        GAIN_TOO_SLOW,
        RATE_LEADS_AWAY
    }

    /** Whether it asks for a deficit. */
    public boolean isLoss() {
        return percentPerWeek < 0;
    }

    /** Why this body may not take that goal, or nothing. */
    public Optional<Refusal> refusal(Body body) {
        if (goalKg != null && body.bmiAt(goalKg) < lowestBmi(body)) {
            return Optional.of(Refusal.GOAL_BMI_TOO_LOW);
        }
        if (goalKg != null && (goalKg - body.kg()) * percentPerWeek < 0) {
            return Optional.of(Refusal.RATE_LEADS_AWAY);
        }
        if (percentPerWeek < 0) {
            return refusedLoss(body);
        }
        if (percentPerWeek > 0.5) {
            return Optional.of(Refusal.GAIN_TOO_FAST);
        }
        return percentPerWeek > 0 && percentPerWeek < 0.1 ? Optional.of(Refusal.GAIN_TOO_SLOW) : Optional.empty();
    }

    /** The rate offered first: half a percent of loss, a quarter of gain, a tenth for advanced lifters. */
    public static double defaultRate(boolean loss, boolean advanced) {
        if (loss) {
            return -0.5;
        }
        return advanced ? 0.1 : 0.25;
    }

    /**
     * What the weight should do, in kg a week: the rate, never over 1 kg and never more than the largest deficit can
     * bring, so that whoever steers towards it does not undo the caps of the first target.
     */
    public double kgPerWeek(double trendKg, double expenditure) {
        double wanted = percentPerWeek / 100 * trendKg;
        double reachable = 7 * CalorieTarget.deficitCap(expenditure) / Expenditure.KCAL_PER_KG;
        return Math.max(wanted, -Math.min(LARGEST_KG_PER_WEEK, reachable));
    }

    private Optional<Refusal> refusedLoss(Body body) {
        double fastest = body.bmi() < LEAN_BELOW_BMI ? 0.7 : 1.0;
        fastest = Math.min(fastest, 100 * LARGEST_KG_PER_WEEK / body.kg());
        if (-percentPerWeek > fastest + 1e-9) {
            return Optional.of(Refusal.LOSS_TOO_FAST);
        }
        return -percentPerWeek < 0.25 ? Optional.of(Refusal.LOSS_TOO_SLOW) : Optional.empty();
    }

    private static double lowestBmi(Body body) {
        return body.years() >= OLDER_FROM ? LOWEST_BMI_OLDER : LOWEST_BMI;
    }
}
