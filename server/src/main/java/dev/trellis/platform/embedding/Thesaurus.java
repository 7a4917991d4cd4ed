package dev.trellis.platform.embedding;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads the concepts behind a text, so that words which mean nearly the same can be searched as one. */
public final class Thesaurus {
    private static final Thesaurus SHIPPED = new Thesaurus(Concepts.read());

    private final Concepts concepts;
    private final Spelling spelling;

    Thesaurus(Concepts concepts) {
        this.concepts = concepts;
        var known = new HashSet<>(concepts.words());
        known.addAll(CommonWords.ENGLISH);
        this.spelling = new Spelling(known);
    }

    /** The table shipped with Trellis. */
    public static Thesaurus shipped() {
        return SHIPPED;
    }

    /** The concepts met in a text and how strongly, above 0. */
    public Map<String, Double> concepts(String text) {
        return concepts.in(words(text));
    }

    /** The same with a smaller share for concepts that are often asked for or offered together with those met. */
    public Map<String, Double> conceptsAndRelated(String text) {
        return concepts.withRelated(concepts(text));
    }

    /** The words of a text with small slips of the keyboard put right. */
    List<String> words(String text) {
        return Tokens.of(text).stream().map(spelling::meant).toList();
    }

    int size() {
        return concepts.size();
    }

    int index(String concept) {
        return concepts.index(concept);
    }
}
