package dev.trellis.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words the lexicon knows, each with a number: whole words, beginnings ({@code suicid*}) and words of which a
 * misspelling by one letter counts too ({@code ~suicide}). A look-up costs the length of the word.
 */
final class Vocabulary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> misspellings = new HashMap<>();
    private final Node root = new Node();

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private List<Integer> whole = List.of();
        private List<Integer> beginnings = List.of();
    }

    /** The number of a word as a lexicon file writes it. */
    int learn(String written) {
        return numbers.computeIfAbsent(written, this::added);
    }

    /** The numbers of every known word that this folded word is, begins with, or nearly is. */
    List<Integer> numbersOf(String word) {
        var node = root;
        List<Integer> found = List.of();
        for (int i = 0; i < word.length(); i++) {
            node = node.next.get(word.charAt(i));
            if (node == null) {
                return found.isEmpty() ? misspelt(word) : found;
            }
            found = joined(found, node.beginnings);
        }
        found = joined(found, node.whole);
        return found.isEmpty() ? misspelt(word) : found;
    }

    private List<Integer> misspelt(String word) {
        var number = misspellings.get(word);
        return number == null ? List.of() : List.of(number);
    }

    private int added(String written) {
        int number = numbers.size();
        boolean beginning = written.endsWith("*");
        boolean forgiving = written.startsWith("~");
        var word = written.substring(forgiving ? 1 : 0, written.length() - (beginning ? 1 : 0));
        for (var spelling : spellings(word)) {
            var node = nodeOf(spelling);
            if (beginning) {
                node.beginnings = joined(node.beginnings, List.of(number));
            } else {
                node.whole = joined(node.whole, List.of(number));
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
        for (int i = 0; i < word.length(); i++) {
            node = node.next.computeIfAbsent(word.charAt(i), ignored -> new Node());
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

    private static List<Integer> joined(List<Integer> first, List<Integer> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        var both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }
}
