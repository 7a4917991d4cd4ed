package dev.trellis.assessment;

import java.util.List;

/** What became of completing a consultation. */
public sealed interface ConsultationCompletion {
    /** It is closed, now and by this call; a program can be made from the answers. */
    record Completed(Consultation consultation, ConsultationAnswers answers) implements ConsultationCompletion {}

    /** These sections were not answered, or hold answers that have become none since. */
    record Incomplete(List<ConsultationSection> missing) implements ConsultationCompletion {}

    /** It was completed before; nothing was done a second time. */
    record AlreadyCompleted() implements ConsultationCompletion {}

    /** The person has no such consultation. */
    record Unknown() implements ConsultationCompletion {}
}
