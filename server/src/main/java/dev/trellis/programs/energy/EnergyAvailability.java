package dev.trellis.programs.energy;

/**
 * Energy left for the body beside exercise, in kcal per kg of fat-free mass a day (domain 01.5; Mountjoy et al. 2023).
 * There is no universal cut-off; 30 is a trip-wire.
 */
public record EnergyAvailability(double kcalPerKg) {
    private static final double LOW_BELOW = 30;

    /** Of what is eaten, what exercise takes, and fat-free mass in kg. */
    public static EnergyAvailability of(double eaten, double exerciseKcal, double fatFreeMass) {
        return new EnergyAvailability((eaten - exerciseKcal) / fatFreeMass);
    }

    /** Whether to warn. */
    public boolean isLow() {
        return kcalPerKg < LOW_BELOW;
    }
}
