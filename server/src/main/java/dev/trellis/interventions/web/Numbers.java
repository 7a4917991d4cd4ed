package dev.trellis.interventions.web;

import dev.trellis.interventions.outcome.WholePercent;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How pages write numbers. */
final class Numbers {
    private Numbers() {}

    /** Without decimals: {@code 57}, {@code 100}. */
    static String percent(BigDecimal value) {
        return Integer.toString(WholePercent.of(value));
    }

    /** With two decimals. */
    static String decimals(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** With two decimals, for a chart. */
    static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    /** "1 day" or "3 days". */
    static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
