package dev.trellis.platform.embedding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds known terms among words. The longest terms are found first and use up their words, so that "period pain" is not
 * also "pain"; up to two other words may stand inside a phrase.
 */
final class Phrases {
    private static final int WORDS_BETWEEN = 2;
    private static final String EXACT = "=";

    private final Map<List<String>, List<Integer>> meanings = new HashMap<>();
    private final Map<String, List<List<String>>> byFirst = new HashMap<>();
    private int longest;

    /** Adds a term; one word after an equals sign must stand exactly so, everything else in any inflection. */
    void add(String term, int meaning) {
        var tokens = Tokens.of(term);
        var key = term.startsWith(EXACT)
                ? List.of(EXACT + tokens.getFirst())
                : tokens.stream().map(Tokens::stem).toList();
        var known = meanings.computeIfAbsent(key, absent -> {
            byFirst.computeIfAbsent(key.getFirst(), first -> new ArrayList<>()).add(key);
            return new ArrayList<>();
        });
        if (!known.contains(meaning)) {
            known.add(meaning);
        }
        longest = Math.max(longest, key.size());
    }

    /** How often each meaning is met; a term of several meanings shares itself among them. */
    Map<Integer, Double> in(List<String> tokens) {
        var stems = tokens.stream().map(Tokens::stem).toList();
        var exact = tokens.stream().map(token -> EXACT + token).toList();
        var taken = new boolean[tokens.size()];
        var found = new TreeMap<Integer, Double>();
        for (var length = longest; length >= 1; length--) {
            for (var start = 0; start < stems.size(); start++) {
                find(stems, start, length, taken, found);
                if (length == 1) {
                    find(exact, start, length, taken, found);
                }
            }
        }
        return found;
    }

    private void find(List<String> text, int start, int length, boolean[] taken, Map<Integer, Double> found) {
        for (var term : byFirst.getOrDefault(text.get(start), List.of())) {
            if (term.size() == length && take(term, text, start, taken)) {
                var known = meanings.getOrDefault(term, List.of());
                known.forEach(meaning -> found.merge(meaning, 1 / Math.sqrt(known.size()), Double::sum));
            }
        }
    }

    private static boolean take(List<String> term, List<String> text, int start, boolean[] taken) {
        var places = new int[term.size()];
        var next = 0;
        var end = Math.min(text.size(), start + places.length + gap(term));
        for (var at = start; at < end && next < places.length; at++) {
            if (!taken[at] && text.get(at).equals(term.get(next))) {
                places[next++] = at;
            } else if (at == start) {
                return false;
            }
        }
        if (next < places.length) {
            return false;
        }
        for (var place : places) {
            taken[place] = true;
        }
        return true;
    }

    private static int gap(List<String> term) {
        if (term.size() == 1) {
            return 0;
        }
        return term.stream().anyMatch(Tokens::isCommon) ? WORDS_BETWEEN - 1 : WORDS_BETWEEN;
    }
}
