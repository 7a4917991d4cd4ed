package dev.trellis.programs;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers that people see are rounded (domain 00.2): nearest is half up, loads go down to what can be loaded. */
public final class Rounding {
    /** Far below anything shown; takes back what binary fractions add to a whole number. */
    private static final int EXACT_DECIMALS = 7;

    private Rounding() {}

    /** The nearest whole number, for grams and sets. */
    public static int toWhole(double value) {
        return exact(value).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** The nearest ten, for targets in kcal a day. */
    public static int toTen(double value) {
        return exact(value).setScale(-1, RoundingMode.HALF_UP).intValueExact();
    }

    /** The next ten that is not below, for floors in kcal a day. */
    public static int upToTen(double value) {
        return exact(value).setScale(-1, RoundingMode.CEILING).intValueExact();
    }

    /** The next ten that is not above, for ceilings in kcal a day. */
    public static int downToTen(double value) {
        return exact(value).setScale(-1, RoundingMode.FLOOR).intValueExact();
    }

    /** The largest multiple of the increment that is not above, for loads in kg; an increment of 0 keeps the value. */
    public static double downTo(double value, double increment) {
        if (increment < 0) {
            throw new IllegalArgumentException("an increment is not negative, but " + increment);
        }
        if (increment == 0) {
            return value;
        }
        var step = BigDecimal.valueOf(increment);
        return exact(value).divide(step, 0, RoundingMode.FLOOR).multiply(step).doubleValue();
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(EXACT_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
