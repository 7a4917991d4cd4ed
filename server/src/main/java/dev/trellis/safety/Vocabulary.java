package dev.trellis.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words the lexicon knows, each with a number: whole words, beginnings ({@code suicid*}) and words of which a
 * misspelling by one letter counts too ({@code ~suicide}). A look-up costs the length of the word.
 */
final class Vocabulary {
    private static final int[] UNKNOWN = {};

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> misspellings = new HashMap<>();
    private final Node root = new Node();

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private int[] whole = UNKNOWN;
        private int[] beginnings = UNKNOWN;
    }

    /** The number of a word as a lexicon file writes it. */
    int learn(String written) {
        return numbers.computeIfAbsent(written, this::added);
    }

    /** The numbers of every known word that this folded word is, begins with, or nearly is. */
    int[] numbersOf(String word) {
        var node = root;
        int[] found = UNKNOWN;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.get(word.charAt(i));
            if (node == null) {
                return found.length > 0 ? found : misspelt(word);
            }
            found = joined(found, node.beginnings);
        }
        found = joined(found, node.whole);
        return found.length > 0 ? found : misspelt(word);
    }

    private int[] misspelt(String word) {
        var number = misspellings.get(word);
        return number == null ? UNKNOWN : new int[] {number};
    }

    private int added(String written) {
        int number = numbers.size();
        boolean beginning = written.endsWith("*");
        boolean forgiving = written.startsWith("~");
        var word = written.substring(forgiving ? 1 : 0, written.length() - (beginning ? 1 : 0));
        for (var spelling : spellings(word)) {
            var node = nodeOf(spelling);
            if (beginning) {
                node.beginnings = joined(node.beginnings, new int[] {number});
            } else {
                node.whole = joined(node.whole, new int[] {number});
            }
            if (forgiving) {
                oneLetterOff(spelling).forEach(typo -> misspellings.putIfAbsent(typo, number));
            }
        }
        return number;
    }

    /** A German umlaut may be written with an e after the vowel, or without. */
    private static List<String> spellings(String word) {
        var plain = Folding.word(Folding.characters(word.replaceAll("['’]", "")));
        var umlauts = word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        return umlauts.equals(word) ? List.of(plain) : List.of(plain, Folding.word(Folding.characters(umlauts)));
    }

    private Node nodeOf(String word) {
        var node = root;
        for (char letter : word.toCharArray()) {
            node = node.next.computeIfAbsent(letter, ignored -> new Node());
        }
        return node;
    }

    /** Every word one letter away: left out, swapped with its neighbour, replaced or added. */
    private static List<String> oneLetterOff(String word) {
        var typos = new ArrayList<String>();
        for (int i = 0; i <= word.length(); i++) {
            var head = word.substring(0, i);
            var tail = word.substring(i);
            for (char letter = 'a'; letter <= 'z'; letter++) {
                typos.add(head + letter + tail);
                if (!tail.isEmpty()) {
                    typos.add(head + letter + tail.substring(1));
                }
            }
            if (!tail.isEmpty()) {
                typos.add(head + tail.substring(1));
            }
            if (tail.length() > 1) {
                typos.add(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
            }
        }
        return typos.stream().map(Folding::word).distinct().toList();
    }

    private static int[] joined(int[] first, int[] second) {
        if (first.length == 0 || second.length == 0) {
            return first.length == 0 ? second : first;
        }
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
