package dev.trellis.programs.menu;

/** What somebody eats, the strictest first; a food's class is the strictest diet that may eat it (domain 03.2). */
public enum DietClass {
    VEGAN,
    VEGETARIAN,
    PESCATARIAN,
    OMNIVORE;

    /** Whether people of this diet eat foods of that class. */
    public boolean eats(DietClass food) {
        return food.compareTo(this) <= 0;
    }
}
