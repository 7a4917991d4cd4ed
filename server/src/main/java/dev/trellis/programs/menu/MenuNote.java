package dev.trellis.programs.menu;

/** What a week of menus could not keep to. */
public record MenuNote(Kind kind, String text) {
    /** What it is about. */
    public enum Kind {
        NO_FOOD_FOR_SLOT,
        PROTEIN_FOOD_OFTEN,
        RED_MEAT_OFTEN,
        FISH_SELDOM,
        LEGUMES_SELDOM,
        FEW_PLANTS,
        DINNER_AGAIN
    }
}
