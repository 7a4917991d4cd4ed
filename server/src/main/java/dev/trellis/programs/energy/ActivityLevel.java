package dev.trellis.programs.energy;

/** How active whole days are, exercise included: nothing is added for workouts on top (domain 01.2). */
public enum ActivityLevel {
    SEDENTARY(1.2),
    LIGHT(1.375),
    MODERATE(1.55),
    ACTIVE(1.725),
    VERY_ACTIVE(1.9);

    private final double factor;

    ActivityLevel(double factor) {
        this.factor = factor;
    }

    /** Expenditure of a whole day in resting energies. */
    public double factor() {
        return factor;
    }
}
