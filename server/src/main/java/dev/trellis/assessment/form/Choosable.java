package dev.trellis.assessment.form;

import java.util.Locale;

/** A constant of ours that somebody can choose. */
public interface Choosable {
    /** The constant's own name. */
    String name();

    /** What a page shows. */
    String label();

    /** The name in the database and in JSON: lower case. */
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
