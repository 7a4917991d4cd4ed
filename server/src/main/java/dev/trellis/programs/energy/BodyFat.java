package dev.trellis.programs.energy;

import dev.trellis.tracking.BodyFatMethod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A body fat measurement; only a recent one by a trusted method is used for energy (domain 01.1).
 *
 * @param percent 2 to 70
 */
public record BodyFat(double percent, BodyFatMethod method, LocalDate measuredOn) {
    private static final int TRUSTED_DAYS = 90;

    public BodyFat {
        if (!(percent >= 2 && percent <= 70)) {
            throw new IllegalArgumentException("body fat is 2 to 70 percent, not " + percent);
        }
    }

    /** Whether energy may be computed from it on that day. */
    public boolean isTrusted(LocalDate today) {
        return method.isTrusted() && ChronoUnit.DAYS.between(measuredOn, today) <= TRUSTED_DAYS;
    }

    /** Fat-free mass in kg. */
    public double fatFreeMass(double kg) {
        return kg * (1 - percent / 100);
    }
}
