package dev.trellis.safety;

import java.time.LocalDate;

/**
 * What is known about the writer while a text is read.
 *
 * @param today the person's local day; a year two or more before it is past
 * @param pregnant whether the person is pregnant
 * @param usesInsulin whether the person uses insulin
 * @param signs the structured answers at hand; {@link StructuredSigns#none()} without any
 */
public record TriageContext(LocalDate today, boolean pregnant, boolean usesInsulin, StructuredSigns signs) {

    /** A person of whom nothing is known but the day. */
    public static TriageContext on(LocalDate today) {
        return new TriageContext(today, false, false, StructuredSigns.none());
    }
}
