package dev.trellis.programs;

import dev.trellis.assessment.ConsultationAnswers;
import dev.trellis.programs.menu.Allergen;
import dev.trellis.programs.menu.Food;
import dev.trellis.programs.menu.Food.Category;
import dev.trellis.programs.menu.Foods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people wrote in their own words that they do not eat: allergens, kinds of food and single foods we know are
 * honoured, and what is not understood is said, never passed over. When in doubt more is left out, not less.
 */
final class FoodWords {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "no",
            "any",
            "all",
            "and",
            "or",
            "the",
            "a",
            "of",
            "to",
            "from",
            "with",
            "in",
            "my",
            "i",
            "am",
            "allergic",
            "allergy",
            "intolerance",
            "intolerant",
            "free",
            "raw",
            "cooked",
            "product",
            "food",
            "kind",
            "too",
            "much",
            "not",
            "eat",
            "dont",
            "don",
            "t",
            "anything",
            "containing",
            "like",
            "without",
            "sensitive",
            "sensitivity");
    private static final Map<String, Allergen> ALLERGENS = Map.ofEntries(
            Map.entry("gluten", Allergen.GLUTEN),
            Map.entry("wheat", Allergen.GLUTEN),
            Map.entry("barley", Allergen.GLUTEN),
            Map.entry("rye", Allergen.GLUTEN),
            Map.entry("spelt", Allergen.GLUTEN),
            Map.entry("coeliac", Allergen.GLUTEN),
            Map.entry("celiac", Allergen.GLUTEN),
            Map.entry("milk", Allergen.MILK),
            Map.entry("dairy", Allergen.MILK),
            Map.entry("lactose", Allergen.MILK),
            Map.entry("casein", Allergen.MILK),
            Map.entry("whey", Allergen.MILK),
            Map.entry("egg", Allergen.EGGS),
            Map.entry("fish", Allergen.FISH),
            Map.entry("crustacean", Allergen.CRUSTACEANS),
            Map.entry("shellfish", Allergen.CRUSTACEANS),
            Map.entry("prawn", Allergen.CRUSTACEANS),
            Map.entry("shrimp", Allergen.CRUSTACEANS),
            Map.entry("crab", Allergen.CRUSTACEANS),
            Map.entry("lobster", Allergen.CRUSTACEANS),
            Map.entry("nut", Allergen.NUTS),
            Map.entry("almond", Allergen.NUTS),
            Map.entry("walnut", Allergen.NUTS),
            Map.entry("cashew", Allergen.NUTS),
            Map.entry("hazelnut", Allergen.NUTS),
            Map.entry("pecan", Allergen.NUTS),
            Map.entry("pistachio", Allergen.NUTS),
            Map.entry("macadamia", Allergen.NUTS),
            Map.entry("peanut", Allergen.PEANUTS),
            Map.entry("soy", Allergen.SOY),
            Map.entry("soya", Allergen.SOY),
            Map.entry("sesame", Allergen.SESAME),
            Map.entry("tahini", Allergen.SESAME));
    private static final Map<String, Set<Category>> KINDS = Map.ofEntries(
            Map.entry("meat", Set.of(Category.MEAT_POULTRY, Category.MEAT_RED)),
            Map.entry("poultry", Set.of(Category.MEAT_POULTRY)),
            Map.entry("bird", Set.of(Category.MEAT_POULTRY)),
            Map.entry("seafood", Set.of(Category.FISH, Category.SHELLFISH)),
            Map.entry("fish", Set.of(Category.FISH)),
            Map.entry("shellfish", Set.of(Category.SHELLFISH)),
            Map.entry("cheese", Set.of(Category.DAIRY_CHEESE)),
            Map.entry("dairy", Set.of(Category.DAIRY, Category.DAIRY_PROTEIN, Category.DAIRY_CHEESE)),
            Map.entry("bread", Set.of(Category.BREAD)),
            Map.entry("grain", Set.of(Category.GRAIN, Category.BREAD)),
            Map.entry("legume", Set.of(Category.LEGUME)),
            Map.entry("pulse", Set.of(Category.LEGUME)),
            Map.entry("fruit", Set.of(Category.FRUIT, Category.FAT_FRUIT, Category.FRUIT_DRIED)),
            Map.entry("seed", Set.of(Category.SEEDS)),
            Map.entry("sugar", Set.of(Category.SUGAR, Category.SWEET)),
            Map.entry("sweet", Set.of(Category.SUGAR, Category.SWEET)),
            Map.entry("oil", Set.of(Category.FAT)));
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("prawns", "shrimp"),
            Map.entry("zucchini", "courgette"),
            Map.entry("zucchinis", "courgette"),
            Map.entry("aubergine", "eggplant"),
            Map.entry("yoghurt", "yogurt"),
            Map.entry("steak", "beef"),
            Map.entry("ham", "pork"),
            Map.entry("bacon", "pork"),
            Map.entry("garbanzo", "chickpea"),
            Map.entry("maize", "sweetcorn"),
            Map.entry("corn", "sweetcorn"),
            Map.entry("porridge", "oat"),
            Map.entry("linseed", "flaxseed"),
            Map.entry("bell", "pepper"),
            Map.entry("kiwi", "kiwifruit"),
            Map.entry("noodle", "pasta"),
            Map.entry("noodles", "pasta"),
            Map.entry("spaghetti", "pasta"));

    private static final List<Food> SHIPPED = List.copyOf(Foods.shipped().all());

    private final Set<Allergen> allergens = EnumSet.noneOf(Allergen.class);
    private final Set<String> foods = new HashSet<>();
    private final List<ProgramNote> notes = new ArrayList<>();
    private boolean noPork;

    private FoodWords() {}

    static FoodWords of(ConsultationAnswers.Food told) {
        var read = new FoodWords();
        told.otherAllergies().forEach(text -> read.read(text, true));
        told.exclusions().forEach(text -> read.read(text, false));
        return read;
    }

    /** Allergens that were named. */
    Set<Allergen> allergens() {
        return allergens;
    }

    /** Ids of foods that were named, or belong to a kind that was. */
    Set<String> foods() {
        return foods;
    }

    boolean noPork() {
        return noPork;
    }

    /** What was not understood, and how it was taken where that may surprise. */
    List<ProgramNote> notes() {
        return notes;
    }

    private void read(String text, boolean allergy) {
        var words = words(text);
        var unknown = new ArrayList<String>();
        boolean several = words.size() > 1;
        // "Peanut butter" and "red meat" are one thing; only where nothing is called that do the words count singly.
        if (several && take(food -> named(food).containsAll(words))) {
            words.forEach(this::takeAllergen);
            return;
        }
        if (words.containsAll(Set.of("red", "meat"))) {
            take(food -> food.category() == Category.MEAT_RED);
            words.removeAll(Set.of("red", "meat"));
        }
        for (var word : words) {
            boolean known = takeAllergen(word);
            known |= KINDS.containsKey(word) && take(food -> KINDS.get(word).contains(food.category()));
            known |= take(food -> named(food).contains(word));
            if (word.equals("pork")) {
                noPork = true;
                known = true;
            }
            if (!known) {
                unknown.add(word);
            }
        }
        if (!unknown.isEmpty() || words(text).isEmpty()) {
            notes.add(notUnderstood(text, allergy));
        }
    }

    private boolean takeAllergen(String word) {
        var allergen = ALLERGENS.get(word);
        if (allergen != null) {
            allergens.add(allergen);
        }
        return allergen != null;
    }

    private boolean take(Predicate<Food> which) {
        var taken = SHIPPED.stream().filter(which).map(Food::id).toList();
        foods.addAll(taken);
        return !taken.isEmpty();
    }

    private static ProgramNote notUnderstood(String text, boolean allergy) {
        return allergy
                ? new ProgramNote(
                        "allergy_not_understood",
                        "We do not know every food you mean by the allergy \"%s\". Look through each meal before you eat it, and exchange what holds it."
                                .formatted(text))
                : new ProgramNote(
                        "exclusion_not_understood",
                        "We do not know every food you mean by \"%s\". If one of them is in a meal, exchange it."
                                .formatted(text));
    }

    private static Set<String> named(Food food) {
        return words(food.name() + " " + food.id().replace('_', ' '));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NOT_A_LETTER.split(text.toLowerCase(Locale.ROOT)))
                .map(word -> OTHER_WORDS.getOrDefault(word, word))
                .map(FoodWords::singular)
                .filter(word -> word.length() > 1 && !EMPTY_WORDS.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && word.endsWith("oes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
