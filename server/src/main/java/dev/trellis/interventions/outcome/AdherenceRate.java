package dev.trellis.interventions.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The seed's adherence rate, 0.00 to 100.00 percent: {@code 100 * (tracked/total) * (average completion/100)}, which is
 * the sum of completion over the tracked days divided by all days (domain 07.2). A missed day counts as 0.
 */
public final class AdherenceRate {
    private AdherenceRate() {}

    /** Rounded once, HALF_UP to 2 decimals. Refuses a sum outside 0 to 100 per day and a period without days. */
    public static BigDecimal of(BigDecimal completionSum, int totalDays) {
        if (totalDays < 1) {
            throw new IllegalArgumentException("a period has at least one day, not " + totalDays);
        }
        if (completionSum.signum() < 0 || completionSum.compareTo(BigDecimal.valueOf(100L * totalDays)) > 0) {
            throw new IllegalArgumentException("completion adds up to 0 to 100 a day, not " + completionSum);
        }
        return completionSum.divide(BigDecimal.valueOf(totalDays), 2, RoundingMode.HALF_UP);
    }

    /** The same from the mean completion of the tracked days, in percent. */
    public static BigDecimal of(int trackedDays, int totalDays, BigDecimal averageCompletion) {
        if (trackedDays < 0 || trackedDays > totalDays) {
            throw new IllegalArgumentException(trackedDays + " days tracked of " + totalDays);
        }
        return of(averageCompletion.multiply(BigDecimal.valueOf(trackedDays)), totalDays);
    }
}
