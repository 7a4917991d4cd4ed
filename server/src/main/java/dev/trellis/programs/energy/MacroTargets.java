package dev.trellis.programs.energy;

import dev.trellis.programs.Rounding;

/** Protein, fat, carbohydrate and fibre for a number of kcal, or that the kcal do not suffice (domain 01.6). */
public sealed interface MacroTargets {
    /** The least protein, in g per kg of reference weight. */
    double PROTEIN_FLOOR = 0.8;

    /**
     * Grams a day. They never add up to the kcal exactly: food tables count fibre as carbohydrate and use factors of
     * their own. What counts is, in this order: kcal, protein, fat, fibre; carbohydrate is what remains.
     *
     * @param referenceKg the weight they were counted for
     * @param lowerFat    fat was cut back to leave 50 g of carbohydrate
     */
    record Macros(int kcal, double referenceKg, int protein, int fat, int carbohydrate, int fibre, boolean lowerFat)
            implements MacroTargets {
        /** The least protein the menus may fall back to, in g. */
        public double proteinFloor() {
            return PROTEIN_FLOOR * referenceKg;
        }
    }

    /** Protein and fat alone need more than the kcal: raise those or take less protein. */
    record TooFewCalories(int kcal, double needed) implements MacroTargets {}

    /** Grams for a target in kcal a day and a protein rate in g/kg. */
    static MacroTargets of(int kcal, Body body, double proteinRate) {
        double reference = body.referenceKg();
        double protein = Math.min(Math.min(proteinRate, 2.4) * reference, 0.35 * kcal / 4);
        protein = Math.max(protein, PROTEIN_FLOOR * reference);
        double fat = Math.min(Math.max(0.25 * kcal / 9, 0.6 * reference), 0.35 * kcal / 9);
        boolean lowerFat = carbohydrate(kcal, protein, fat) < 50;
        if (lowerFat) {
            fat = Math.min(fat, Math.max(0.20 * kcal / 9, 0.6 * reference));
        }
        double carbohydrate = carbohydrate(kcal, protein, fat);
        if (carbohydrate < 0) {
            return new TooFewCalories(kcal, 4 * protein + 9 * fat);
        }
        return new Macros(
                kcal,
                reference,
                Rounding.toWhole(protein),
                Rounding.toWhole(fat),
                Rounding.toWhole(carbohydrate),
                Math.max(25, Rounding.toWhole(14 * kcal / 1000.0)),
                lowerFat);
    }

    private static double carbohydrate(int kcal, double protein, double fat) {
        return (kcal - 4 * protein - 9 * fat) / 4;
    }
}
