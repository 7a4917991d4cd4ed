package dev.trellis.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The phrases of every language at once, found by their first word: people change language in mid-sentence. */
final class Lexicon {
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<Integer, List<Entry>> byFirstWord = new HashMap<>();
    private final List<Entry> startingWithNumber = new ArrayList<>();

    private Lexicon() {}

    /** The built-in languages: those that {@code lexicon/languages.txt} lists, a file each. */
    static Lexicon ofAllLanguages() {
        var lexicon = new Lexicon();
        for (var language : lines("lexicon/languages.txt")) {
            var file = "lexicon/" + language + ".txt";
            new LexiconReader(lexicon.vocabulary).read(file, lines(file)).forEach(lexicon::add);
        }
        return lexicon;
    }

    static List<String> lines(String resource) {
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ReadToken> read(String text) {
        return Tokens.of(text).stream()
                .map(token -> new ReadToken(token, vocabulary.numbersOf(token.word())))
                .toList();
    }

    /** Every phrase in the text, in the order in which they start. */
    List<Match> matches(List<ReadToken> tokens) {
        var matches = new ArrayList<Match>();
        for (int start = 0; start < tokens.size(); start++) {
            var read = tokens.get(start);
            if (!read.token().isWord()) {
                addMatches(matches, startingWithNumber, tokens, start);
            }
            for (int number : read.known()) {
                addMatches(matches, byFirstWord.getOrDefault(number, List.of()), tokens, start);
            }
        }
        return matches;
    }

    private static void addMatches(List<Match> matches, List<Entry> entries, List<ReadToken> tokens, int start) {
        for (var entry : entries) {
            int end = entry.pattern().end(tokens, start);
            if (end >= 0) {
                matches.add(new Match(entry, start, end));
            }
        }
    }

    private void add(Entry entry) {
        var first = entry.pattern().first();
        first.words().stream()
                .forEach(number -> byFirstWord
                        .computeIfAbsent(number, ignored -> new ArrayList<>())
                        .add(entry));
        if (!first.ranges().isEmpty()) {
            startingWithNumber.add(entry);
        }
    }
}
