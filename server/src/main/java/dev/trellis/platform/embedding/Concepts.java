package dev.trellis.platform.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of words and phrases that mean nearly the same, and of what belongs together; how to write it stands at its head. */
final class Concepts {
    private static final String RESOURCE = "concepts.txt";
    private static final String IGNORED = "ignore/ignore";
    private static final double FAINT = 0.4;
    private static final double RELATED = 0.35;

    private final List<String> names = new ArrayList<>();
    private final Set<String> faint = new HashSet<>();
    private final Map<String, List<String>> related = new TreeMap<>();
    private final Set<String> words = new HashSet<>();
    private final Phrases phrases = new Phrases();

    private Concepts() {}

    static Concepts read() {
        var resource = Objects.requireNonNull(Concepts.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return parse(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Concepts parse(Stream<String> lines) {
        var concepts = new Concepts();
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(concepts::add);
        return concepts;
    }

    private void add(String line) {
        var relation = line.indexOf('>');
        if (relation > 0) {
            related.put(line.substring(0, relation).strip(), list(line.substring(relation + 1)));
            return;
        }
        var colon = line.indexOf(':');
        var name = line.substring(0, colon).replace("~", "").strip();
        if (line.startsWith("~")) {
            faint.add(name);
        }
        for (var term : list(line.substring(colon + 1))) {
            words.addAll(Tokens.of(term));
            phrases.add(term, names.size());
        }
        names.add(name);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    int size() {
        return names.size();
    }

    /** The place of a concept in the table. */
    int index(String name) {
        return names.indexOf(name);
    }

    /** Every word of every term, as written. */
    Set<String> words() {
        return words;
    }

    /** How strongly each concept is met in these words, counting repetition by its logarithm. */
    Map<String, Double> in(List<String> tokens) {
        var found = new TreeMap<String, Double>();
        phrases.in(tokens).forEach((concept, count) -> {
            var name = names.get(concept);
            if (!name.equals(IGNORED)) {
                found.put(name, (count < 1 ? count : 1 + Math.log(count)) * (faint.contains(name) ? FAINT : 1));
            }
        });
        return found;
    }

    /** The same with a share for every concept that belongs to one that was met. */
    Map<String, Double> withRelated(Map<String, Double> met) {
        var all = new TreeMap<>(met);
        met.forEach((name, weight) -> related.getOrDefault(name, List.of())
                .forEach(other -> all.merge(other, RELATED * weight, Double::sum)));
        return all;
    }
}
