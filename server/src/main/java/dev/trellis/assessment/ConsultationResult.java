package dev.trellis.assessment;

import dev.trellis.platform.Problem.FieldError;
import dev.trellis.safety.SafetyNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a section somebody answered. */
public sealed interface ConsultationResult {
    /** It is kept; with help when the words sounded like somebody who needs it. */
    record Changed(Consultation consultation, @Nullable SafetyNotice safety) implements ConsultationResult {}

    /** Some answers are none, or contradict each other. Nothing was kept. */
    record Invalid(List<FieldError> errors) implements ConsultationResult {}

    /** The person has no such consultation. */
    record Unknown() implements ConsultationResult {}

    /** It is completed, and stays as it is; another one can be begun. */
    record Closed() implements ConsultationResult {}
}
