package dev.trellis.programs.menu;

/** The categories that foods are tagged with; no substitute for the label (domain 03.2). */
public enum Allergen {
    GLUTEN,
    CRUSTACEANS,
    EGGS,
    FISH,
    PEANUTS,
    SOY,
    MILK,
    NUTS,
    SESAME
}
