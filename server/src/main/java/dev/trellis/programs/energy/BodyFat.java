package dev.trellis.programs.energy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A body fat measurement; only a recent one by a trusted method is used for energy (domain 01.1).
 *
 * @param percent 2 to 70
 */
public record BodyFat(double percent, Method method, LocalDate measuredOn) {
    private static final int TRUSTED_DAYS = 90;

    public BodyFat {
        if (!(percent >= 2 && percent <= 70)) {
            throw new IllegalArgumentException("body fat is 2 to 70 percent, not " + percent);
        }
    }

    /** How it was measured. */
    public enum Method {
        DXA(true),
        AIR_DISPLACEMENT(true),
        HYDROSTATIC(true),
        SKINFOLD_BY_TRAINED_PERSON(true),
        SMART_SCALE(false),
        PHOTO(false),
        GUESS(false);

        private final boolean trusted;

        Method(boolean trusted) {
            this.trusted = trusted;
        }
    }

    /** Whether energy may be computed from it on that day. */
    public boolean isTrusted(LocalDate today) {
        return method.trusted && ChronoUnit.DAYS.between(measuredOn, today) <= TRUSTED_DAYS;
    }

    /** Fat-free mass in kg. */
    public double fatFreeMass(double kg) {
        return kg * (1 - percent / 100);
    }
}
