package dev.trellis.platform.web.pages;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Something to choose from.
 *
 * @param value what is sent
 * @param label what people read
 * @param hint a little more about it; may be empty
 */
public record Option(String value, String label, String hint) {
    /** An option that needs no more words. */
    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }

    /** Options whose values are what people read. */
    public static List<Option> ofTexts(List<String> texts) {
        return texts.stream().map(text -> of(text, text)).toList();
    }

    /** A scale from 1 upward, by the words for its steps. */
    public static List<Option> scale(String... words) {
        return IntStream.range(0, words.length)
                .mapToObj(index -> of(Integer.toString(index + 1), words[index]))
                .toList();
    }
}
