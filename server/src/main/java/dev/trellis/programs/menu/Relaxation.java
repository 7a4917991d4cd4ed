package dev.trellis.programs.menu;

/** What is given up, in this order, when no menu reaches its targets; the calorie floor never is (domain 03.4). */
public enum Relaxation {
    CARBOHYDRATE,
    MEAL_SHARES,
    FIBRE,
    FAT,
    PROTEIN
}
