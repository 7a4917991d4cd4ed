package dev.trellis.adaptation;

import java.time.LocalDate;
import java.util.List;

/** What became of asking how a planned item went, or of saying it. */
public sealed interface AssessmentResult {
    /** What is known of it now; nothing where it is still waited for. */
    record Assessed(List<AdherenceRecord> items) implements AssessmentResult {}

    /** The person has no such item. */
    record Unknown() implements AssessmentResult {}

    /** It was called off and is not waited for. */
    record CalledOff() implements AssessmentResult {}

    /** Its day has not come. */
    record NotYet(LocalDate date) implements AssessmentResult {}
}
