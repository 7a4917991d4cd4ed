package dev.trellis.programs.menu;

import java.util.Set;

/**
 * Who eats (domain 03.3). Religious rules are what the person excludes; nothing is claimed about how food was made.
 *
 * @param disliked ids of foods never to serve
 * @param liked    ids
 * @param owned    ids of what is at home or in season
 */
public record Diner(
        DietClass diet,
        Set<Allergen> allergens,
        boolean noPork,
        Set<String> disliked,
        Set<String> liked,
        Set<String> owned) {
    public Diner {
        allergens = Set.copyOf(allergens);
        disliked = Set.copyOf(disliked);
        liked = Set.copyOf(liked);
        owned = Set.copyOf(owned);
    }

    /** Whether the food may be served at all. */
    public boolean eats(Food food) {
        return diet.eats(food.dietClass())
                && food.allergens().stream().noneMatch(allergens::contains)
                && !(noPork && food.containsPork())
                && !disliked.contains(food.id());
    }
}
