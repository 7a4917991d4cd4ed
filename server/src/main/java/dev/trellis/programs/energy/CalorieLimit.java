package dev.trellis.programs.energy;

/** What kept a calorie target from following the wanted rate (domain 01.5). */
public enum CalorieLimit {
    DEFICIT_CAP,
    SURPLUS_CAP,
    FLOOR
}
