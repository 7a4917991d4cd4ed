package dev.trellis.interventions.outcome;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counted days of a period with what was recorded on each: several check-ins on one date count once, with the
 * highest completion and the mean mood (domain 07.1).
 */
final class TrackedDays {
    private static final double UNTRACKED = -1;

    private final double[] completion;
    private final int[] moodSum;
    private final int[] moodCount;
    private int tracked;

    TrackedDays(PeriodDays days, List<DailyRecord> records) {
        int total = days.total();
        completion = new double[total];
        moodSum = new int[total];
        moodCount = new int[total];
        Arrays.fill(completion, UNTRACKED);
        for (var daily : records) {
            int index = days.indexOf(daily.day());
            if (index >= 0) {
                merge(index, daily);
            }
        }
    }

    private void merge(int index, DailyRecord daily) {
        if (completion[index] == UNTRACKED) {
            tracked++;
        }
        completion[index] = Math.max(completion[index], daily.completion());
        if (daily.mood() != null) {
            moodSum[index] += daily.mood();
            moodCount[index]++;
        }
    }

    int total() {
        return completion.length;
    }

    int tracked() {
        return tracked;
    }

    boolean isTracked(int index) {
        return completion[index] != UNTRACKED;
    }

    double completion(int index) {
        return completion[index];
    }

    boolean hasMood(int index) {
        return moodCount[index] > 0;
    }

    double mood(int index) {
        return (double) moodSum[index] / moodCount[index];
    }

    /** Exact decimal sum of the tracked days' completion; whole percents, the usual case, need no big decimals. */
    BigDecimal completionSum() {
        long whole = 0;
        var parts = BigDecimal.ZERO;
        for (double percent : completion) {
            if (percent == UNTRACKED) {
                continue;
            }
            if (percent == (long) percent) {
                whole += (long) percent;
            } else {
                parts = parts.add(BigDecimal.valueOf(percent));
            }
        }
        return parts.add(BigDecimal.valueOf(whole));
    }

    int moodDays(int from, int until) {
        int days = 0;
        for (int i = from; i < until; i++) {
            days += moodCount[i] > 0 ? 1 : 0;
        }
        return days;
    }

    /** Mean of the daily moods of some days, rounded once, HALF_UP to 2 decimals; null without any mood. */
    @Nullable
    BigDecimal meanMood(int from, int until) {
        int days = moodDays(from, until);
        if (days == 0) {
            return null;
        }
        long sum = 0;
        for (int i = from; i < until; i++) {
            if (moodCount[i] > 1) {
                return meanOfFractions(from, until, days);
            }
            sum += moodSum[i];
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
    }

    /** Exact over a common denominator, since thirds of a mood have no finite decimal. */
    private BigDecimal meanOfFractions(int from, int until, int days) {
        var numerator = BigInteger.ZERO;
        var denominator = BigInteger.ONE;
        for (int i = from; i < until; i++) {
            if (moodCount[i] > 0) {
                var count = BigInteger.valueOf(moodCount[i]);
                numerator = numerator.multiply(count).add(denominator.multiply(BigInteger.valueOf(moodSum[i])));
                denominator = denominator.multiply(count);
                var common = numerator.gcd(denominator);
                numerator = numerator.divide(common);
                denominator = denominator.divide(common);
            }
        }
        var divisor = new BigDecimal(denominator.multiply(BigInteger.valueOf(days)));
        return new BigDecimal(numerator).divide(divisor, 2, RoundingMode.HALF_UP);
    }
}
