package dev.trellis.assessment.form;

/** What became of an answer that was read. */
public sealed interface Reading {
    /** An answer: text, a list of texts, a number, or true or false. */
    record Told(Object value) implements Reading {}

    /** Not answered, and it need not be. */
    record Passed() implements Reading {}

    /** Not an answer to this question; the sentence says what would be. */
    record Wrong(String why) implements Reading {}
}
