package dev.trellis.platform.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The table of words and phrases that mean nearly the same. A phrase is found even with up to two words between its
 * own, and a word which is part of a longer phrase found does not count by itself.
 */
final class Concepts {
    private static final String RESOURCE = "concepts.txt";
    private static final int WORDS_BETWEEN = 2;

    private final List<String> names;
    private final Map<String, List<Term>> byFirstStem;
    private final Set<String> words;

    /** A term as stems, and the places of the concepts it stands for. */
    private record Term(List<String> stems, List<Integer> concepts) {}

    private Concepts(List<String> names, Collection<Term> terms, Set<String> words) {
        this.names = names;
        this.words = words;
        this.byFirstStem = new HashMap<>();
        for (var term : terms) {
            byFirstStem
                    .computeIfAbsent(term.stems.getFirst(), stem -> new ArrayList<>())
                    .add(term);
        }
        var longestFirst =
                Comparator.<Term>comparingInt(term -> term.stems.size()).reversed();
        byFirstStem.values().forEach(list -> list.sort(longestFirst));
    }

    static Concepts read() {
        var resource = Objects.requireNonNull(Concepts.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return parse(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Concepts parse(List<String> lines) {
        var names = new ArrayList<String>();
        var terms = new LinkedHashMap<List<String>, Term>();
        var words = new HashSet<String>();
        for (var line : lines) {
            var colon = line.indexOf(':');
            var concept = names.size();
            names.add(line.substring(0, colon).strip());
            for (var text : line.substring(colon + 1).split(",", -1)) {
                var tokens = Tokens.of(text);
                words.addAll(tokens);
                var stems = tokens.stream().map(Tokens::stem).toList();
                terms.computeIfAbsent(stems, key -> new Term(key, new ArrayList<>()))
                        .concepts
                        .add(concept);
            }
        }
        return new Concepts(List.copyOf(names), terms.values(), words);
    }

    /** How many concepts there are. */
    int size() {
        return names.size();
    }

    /** The area a concept belongs to: what stands before the slash of its name. */
    String group(int concept) {
        var name = names.get(concept);
        return name.substring(0, name.indexOf('/'));
    }

    /** Every word of every term, as written. */
    Set<String> words() {
        return words;
    }

    /** How often each concept is met in these stems; a term of several concepts shares itself among them. */
    Map<Integer, Double> in(List<String> stems) {
        var found = new TreeMap<Integer, Double>();
        var taken = new boolean[stems.size()];
        for (var length = longest(); length >= 1; length--) {
            for (var start = 0; start < stems.size(); start++) {
                for (var term : byFirstStem.getOrDefault(stems.get(start), List.of())) {
                    if (term.stems.size() == length && take(term, stems, start, taken)) {
                        var share = 1 / Math.sqrt(term.concepts.size());
                        term.concepts.forEach(concept -> found.merge(concept, share, Double::sum));
                    }
                }
            }
        }
        return found;
    }

    private int longest() {
        return byFirstStem.values().stream()
                .mapToInt(terms -> terms.getFirst().stems.size())
                .max()
                .orElse(0);
    }

    private static boolean take(Term term, List<String> stems, int start, boolean[] taken) {
        var places = new int[term.stems.size()];
        var next = 0;
        var end = Math.min(stems.size(), start + places.length + (places.length > 1 ? WORDS_BETWEEN : 0));
        for (var at = start; at < end && next < places.length; at++) {
            if (!taken[at] && stems.get(at).equals(term.stems.get(next))) {
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
}
