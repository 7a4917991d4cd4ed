package dev.trellis.programs;

import dev.trellis.assessment.ConsultationCompletion;
import java.util.List;
import java.util.UUID;

/** What became of generating a program. */
public sealed interface GenerationResult {
    /** It is stored, and the active one now. */
    record Generated(UUID programId, ProgramBundle bundle) implements GenerationResult {}

    /** How it would be; nothing was stored. */
    record Previewed(ProgramBundle bundle) implements GenerationResult {}

    /** There is no completed consultation to make one from. */
    record NothingTold() implements GenerationResult {}

    /** Something the person wrote suggests that they may not be safe; programs wait. */
    record OnHold() implements GenerationResult {}

    /** The start is not a day one can begin on. */
    record ImpossibleStart(String why) implements GenerationResult {}

    /** The answers allow no program as it was asked for; each note says why. */
    record GenerationRefused(List<ProgramNote> reasons) implements GenerationResult {
        public GenerationRefused {
            reasons = List.copyOf(reasons);
        }
    }

    /** The consultation cannot be completed. */
    record NotCompleted(ConsultationCompletion why) implements GenerationResult {}
}
