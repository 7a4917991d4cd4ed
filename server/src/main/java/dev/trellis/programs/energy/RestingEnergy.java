package dev.trellis.programs.energy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of resting energy (domain 01.1). Errors for individuals are real: always shown as an estimate.
 *
 * @param kcal           kcal a day
 * @param outOfRangeAge  the equation was made for 19 to 78 years, and the person is younger or older
 */
public record RestingEnergy(double kcal, Equation equation, boolean outOfRangeAge) {
    private static final int YOUNGEST = 19;
    private static final int OLDEST = 78;
    private static final double ATHLETE_HOURS_PER_WEEK = 5;
    private static final int ATHLETE_MONTHS = 12;

    /** Where the estimate comes from. */
    public enum Equation {
        MIFFLIN_ST_JEOR,
        CUNNINGHAM_1991,
        CUNNINGHAM_1980
    }

    /**
     * Chooses the equation by what is known.
     *
     * @param hoursPerWeek   of training
     * @param trainingMonths for how long already
     */
    public static RestingEnergy of(
            Body body, @Nullable BodyFat bodyFat, double hoursPerWeek, int trainingMonths, LocalDate today) {
        boolean outOfRange = body.years() < YOUNGEST || body.years() > OLDEST;
        if (bodyFat == null || !bodyFat.isTrusted(today)) {
            return new RestingEnergy(mifflin(body), Equation.MIFFLIN_ST_JEOR, outOfRange);
        }
        double fatFreeMass = bodyFat.fatFreeMass(body.kg());
        boolean athlete = hoursPerWeek >= ATHLETE_HOURS_PER_WEEK && trainingMonths >= ATHLETE_MONTHS;
        return athlete
                ? new RestingEnergy(cunningham1980(fatFreeMass), Equation.CUNNINGHAM_1980, outOfRange)
                : new RestingEnergy(cunningham1991(fatFreeMass), Equation.CUNNINGHAM_1991, outOfRange);
    }

    /** Mifflin et al. 1990, doi:10.1093/ajcn/51.2.241; kcal a day. */
    public static double mifflin(Body body) {
        return 10 * body.kg()
                + 6.25 * body.cm()
                - 5.0 * body.years()
                + body.sex().mifflinTerm();
    }

    /** Cunningham 1991, doi:10.1093/ajcn/54.6.963, of fat-free mass in kg; kcal a day. */
    public static double cunningham1991(double fatFreeMass) {
        return 370 + 21.6 * fatFreeMass;
    }

    /** Cunningham 1980, doi:10.1093/ajcn/33.11.2372, for athletes, of fat-free mass in kg; kcal a day. */
    public static double cunningham1980(double fatFreeMass) {
        return 500 + 22 * fatFreeMass;
    }
}
