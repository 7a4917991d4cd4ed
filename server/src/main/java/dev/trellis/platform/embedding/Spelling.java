package dev.trellis.platform.embedding;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Recognises a known word behind one slip of the keyboard: a letter missing, doubled, wrong, or two swapped. */
final class Spelling {
    private static final int SHORTEST = 6;

    private final Set<String> known;
    private final Map<Character, Set<String>> byFirstLetter;

    Spelling(Set<String> known) {
        this.known = Set.copyOf(known);
        this.byFirstLetter = known.stream()
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.groupingBy(word -> word.charAt(0), Collectors.toCollection(TreeSet::new)));
    }

    /** The word meant, or the word itself when it is known, short, or near to nothing. */
    String meant(String word) {
        if (word.length() < SHORTEST || known.contains(word)) {
            return word;
        }
        for (var candidate : byFirstLetter.getOrDefault(word.charAt(0), Set.of())) {
            if (oneSlipApart(word, candidate)) {
                return candidate;
            }
        }
        return word;
    }

    /** Whether one insertion, deletion, substitution or swap of neighbours turns one word into the other. */
    static boolean oneSlipApart(String left, String right) {
        if (left.length() > right.length()) {
            return oneSlipApart(right, left);
        }
        if (right.length() - left.length() > 1) {
            return false;
        }
        var same = 0;
        while (same < left.length() && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        if (left.length() < right.length()) {
            return left.substring(same).equals(right.substring(same + 1));
        }
        if (same == left.length() || left.substring(same + 1).equals(right.substring(same + 1))) {
            return true;
        }
        return same + 1 < left.length()
                && left.charAt(same) == right.charAt(same + 1)
                && left.charAt(same + 1) == right.charAt(same)
                && left.substring(same + 2).equals(right.substring(same + 2));
    }
}
