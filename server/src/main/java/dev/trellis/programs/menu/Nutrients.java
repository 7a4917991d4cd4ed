package dev.trellis.programs.menu;

/** Energy in kcal and the rest in g. */
public record Nutrients(double kcal, double protein, double carbohydrate, double fat, double fibre) {
    /** Nothing. */
    public static final Nutrients NONE = new Nutrients(0, 0, 0, 0, 0);

    /** Both together. */
    public Nutrients plus(Nutrients other) {
        return new Nutrients(
                kcal + other.kcal,
                protein + other.protein,
                carbohydrate + other.carbohydrate,
                fat + other.fat,
                fibre + other.fibre);
    }

    /** A multiple. */
    public Nutrients times(double factor) {
        return new Nutrients(kcal * factor, protein * factor, carbohydrate * factor, fat * factor, fibre * factor);
    }
}
