package dev.trellis.interventions.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A percentage as people read it: whole, 100 only for all of it and 0 only for none. */
public final class WholePercent {
    private static final int ALL = 100;

    private WholePercent() {}

    /** @param percent 0 to 100, as exactly as it is stored */
    public static int of(BigDecimal percent) {
        int rounded = percent.setScale(0, RoundingMode.HALF_UP).intValueExact();
        boolean whole = percent.signum() == 0 || percent.compareTo(BigDecimal.valueOf(ALL)) >= 0;
        return whole ? rounded : Math.clamp(rounded, 1, ALL - 1);
    }
}
