package dev.trellis.adaptation;

import java.time.LocalDate;

/** What became of a wish to reassess a program. */
public sealed interface ReassessmentResult {
    /** It was reviewed, or this is how it would be. */
    record Reviewed(ProgramReview review) implements ReassessmentResult {}

    /** There is no active program. */
    record NoProgram() implements ReassessmentResult {}

    /** The controllers learn from two weeks at a time. */
    record TooEarly(LocalDate next) implements ReassessmentResult {}
}
