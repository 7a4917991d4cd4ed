package dev.trellis.adaptation.reassessment;

/**
 * A body that answers to what it eats: the simplified Hall model of domain 06.4 (Hall et al. 2011), stepped by days. Fast
 * water is one state of three days, sodium is left out.
 */
public final class SimulatedPerson {
    private static final double FAT_KCAL = 9440.727;
    private static final double LEAN_KCAL = 1816.444;
    private static final double FAT_UPKEEP = 3.107075;
    private static final double LEAN_UPKEEP = 21.98853;
    private static final double FAT_BUILDING = 179.2543;
    private static final double LEAN_BUILDING = 229.4455;
    private static final double THERMIC = 0.10;
    private static final double ADAPTATION = 0.14;
    private static final double ADAPTATION_DAYS = 14;
    private static final double FORBES = 10.4 * LEAN_KCAL / FAT_KCAL;

    private final double firstIntake;
    private final double resting;
    private final double activity;
    private final double constant;
    private final double base;
    private final double firstFat;
    private double fat;
    private double lean;
    private double water;
    private double adaptation;

    /** Somebody of this sex, weight, height in cm, age, and level of activity. */
    public SimulatedPerson(boolean male, double kg, double cm, double years, double activityLevel) {
        double metres = cm / 100;
        double bmi = kg / (metres * metres);
        resting = 9.99 * kg + 625 * metres - 4.92 * years + (male ? 5 : -161);
        firstIntake = activityLevel * resting;
        fat = kg / 100 * (0.14 * years + (male ? 37.31 * Math.log(bmi) - 103.94 : 39.96 * Math.log(bmi) - 102.01));
        firstFat = fat;
        double extracellular =
                male ? 0.025 * years + 9.57 * metres + 0.191 * kg - 12.4 : -4.0 + 5.98 * metres + 0.167 * kg;
        base = extracellular + 3.7 * 0.5;
        lean = kg - fat - base;
        activity = ((1 - THERMIC) * activityLevel - 1) * resting / kg;
        constant = firstIntake - LEAN_UPKEEP * lean - FAT_UPKEEP * fat - activity * kg;
    }

    static SimulatedPerson named(String name) {
        return switch (name) {
            case "P1" -> new SimulatedPerson(true, 90, 180, 35, 1.5);
            case "P2" -> new SimulatedPerson(false, 70, 165, 30, 1.5);
            case "P3" -> new SimulatedPerson(true, 70, 178, 25, 1.6);
            case "P4" -> new SimulatedPerson(false, 58, 160, 40, 1.35);
            default -> throw new IllegalArgumentException("nobody is called " + name);
        };
    }

    /** What a scale would show. */
    public double kg() {
        return fat + lean + base + water;
    }

    /** What keeps them as they were, kcal a day. */
    public double firstIntake() {
        return firstIntake;
    }

    double resting() {
        return resting;
    }

    double firstFat() {
        return firstFat;
    }

    double activity() {
        return activity;
    }

    double constant() {
        return constant;
    }

    double base() {
        return base;
    }

    double lean() {
        return lean;
    }

    double adaptation() {
        return adaptation;
    }

    /** Lives one day on so many kcal. */
    public void eat(double kcal) {
        double more = kcal - firstIntake;
        double leanShare = FORBES / (FORBES + fat);
        double left = kcal
                - (constant + FAT_UPKEEP * fat + LEAN_UPKEEP * lean + activity * kg() + THERMIC * more + adaptation);
        double stored = left / (1 + FAT_BUILDING * (1 - leanShare) / FAT_KCAL + LEAN_BUILDING * leanShare / LEAN_KCAL);
        adaptation += (ADAPTATION * more - adaptation) / ADAPTATION_DAYS;
        double ratio = kcal / firstIntake;
        double waterTarget = 1.85 * (Math.sqrt(ratio) - 1) + 4000.0 / 3000 * (ratio - 1);
        water += (waterTarget - water) / 3;
        fat += (1 - leanShare) * stored / FAT_KCAL;
        lean += leanShare * stored / LEAN_KCAL;
    }
}
