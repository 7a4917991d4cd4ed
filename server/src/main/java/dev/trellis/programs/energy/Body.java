package dev.trellis.programs.energy;

/**
 * The measures of a body that the equations take (domain 01.1).
 *
 * @param kg    body weight, 30 to 300
 * @param cm    height, 120 to 230
 * @param years age, 0 to 120
 */
public record Body(double kg, double cm, int years, EquationSex sex) {
    private static final double HEALTHY_BMI = 25;
    private static final double ADJUSTED_ABOVE_BMI = 30;
    private static final double SHARE_OF_EXCESS = 0.25;

    public Body {
        if (!(kg >= 30 && kg <= 300)) {
            throw new IllegalArgumentException("a weight is 30 to 300 kg, not " + kg);
        }
        if (!(cm >= 120 && cm <= 230)) {
            throw new IllegalArgumentException("a height is 120 to 230 cm, not " + cm);
        }
        if (years < 0 || years > 120) {
            throw new IllegalArgumentException("an age is 0 to 120 years, not " + years);
        }
    }

    /** Body mass index in kg/m². */
    public double bmi() {
        return bmiAt(kg);
    }

    /** The index this height would have at another weight. */
    public double bmiAt(double otherKg) {
        return otherKg / (metres() * metres());
    }

    /** The weight that protein and fat are counted for: adjusted above a BMI of 30 (domain 01.6). */
    public double referenceKg() {
        if (bmi() <= ADJUSTED_ABOVE_BMI) {
            return kg;
        }
        double healthyKg = HEALTHY_BMI * metres() * metres();
        return healthyKg + SHARE_OF_EXCESS * (kg - healthyKg);
    }

    private double metres() {
        return cm / 100;
    }
}
