package dev.trellis.assessment.form;

/** One of several answers to choose from: what is stored, and what is shown. */
public record Option(String value, String label) {
    /** The value that says "none of these"; whoever chooses it chooses nothing else. */
    public static final String NONE = "none";

    /** The option that says so. */
    public static Option none(String label) {
        return new Option(NONE, label);
    }
}
